"""Agencies and departments."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.agencies"
    label = "agencies"
    verbose_name = "机关和部门"

    def ready(self) -> None:
        """Add the acts on agencies to the matrix, and tell the journal what organs are called."""
        from gongkai.agencies.acts import ACTS
        from gongkai.agencies.queries import names_by_code
        from gongkai.audit.organs import use_organs
        from gongkai.common.permissions import declare

        declare(*ACTS)
        use_organs(names_by_code)
