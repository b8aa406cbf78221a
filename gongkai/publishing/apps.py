"""信息发布"""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.publishing"
    label = "publishing"
    verbose_name = "信息发布"

    def ready(self) -> None:
        """Add the acts on items to the matrix."""
        from gongkai.common.permissions import declare
        from gongkai.publishing.acts import ACTS

        declare(*ACTS)
