"""信息发布"""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Fills the registries of the desk when it starts."""

    name = "gongkai.publishing"
    label = "publishing"
    verbose_name = "信息发布"

    def ready(self) -> None:
        """Declare the acts on items; offer the menu, what waits, the search, and columns to new organs."""
        from gongkai.agencies.newcomers import offer_welcome
        from gongkai.audit.labels import name_acts
        from gongkai.audit.witness import witness_after
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare
        from gongkai.common.work import WorkKind, offer_work
        from gongkai.publishing.actions.set_up_columns import enter_columns
        from gongkai.publishing.acts import ACTS, JOURNAL
        from gongkai.publishing.work import count_waiting, hits, waiting

        declare(*ACTS)
        name_acts(JOURNAL)
        offer_welcome("publishing.columns", enter_columns)
        witness_after("publishing.publish")
        offer_menu(
            MenuEntry(200, "信息发布", "publishing:items", "publishing.view", count=count_waiting),
            MenuEntry(920, "栏目", "publishing:columns", "publishing.view", under="设置"),
        )
        offer_work(WorkKind("publishing", "信息发布", waiting))
        offer_search("publishing", hits)
