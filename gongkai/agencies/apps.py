"""Agencies and departments."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.agencies"
    label = "agencies"
    verbose_name = "机关和部门"

    def ready(self) -> None:
        """Add the acts to the matrix, the tree to the desk, the names to the journal, and look each day for what takes effect."""
        from gongkai.agencies import journal
        from gongkai.agencies.actions.take_effect import take_effect
        from gongkai.agencies.acts import ACTS
        from gongkai.agencies.queries import names_by_code, search
        from gongkai.audit.labels import name_acts
        from gongkai.audit.organs import use_organs
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare
        from gongkai.common.schedule import each_day

        declare(*ACTS)
        offer_menu(MenuEntry(910, "机关", "agencies:tree", "agencies.view", under="设置"))
        offer_search("agencies", search)
        use_organs(names_by_code)
        name_acts(journal.ACTS)
        each_day("agencies.take_effect", take_effect)
