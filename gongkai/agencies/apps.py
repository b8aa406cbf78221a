"""Agencies and departments."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.agencies"
    label = "agencies"
    verbose_name = "机关和部门"

    def ready(self) -> None:
        """Add the acts on agencies to the matrix."""
        from gongkai.agencies.acts import ACTS
        from gongkai.common.permissions import declare

        declare(*ACTS)
