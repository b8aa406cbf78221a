"""对外发布面"""

from django.apps import AppConfig


class ReleaseConfig(AppConfig):
    """Listens to the outbox when it starts."""

    name = "gongkai.release"
    label = "release"
    verbose_name = "对外发布面"

    def ready(self) -> None:
        """Refresh the public copy of an item whenever a change of it was announced, and when its term has ended."""
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import each_day
        from gongkai.release.actions import refresh_item, renew_terms

        handle("release.item", refresh_item)
        each_day("release.renew_terms", renew_terms)
