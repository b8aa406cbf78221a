"""Agencies and departments."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.agencies"
    label = "agencies"
    verbose_name = "机关和部门"

    def ready(self) -> None:
        """Add the acts on agencies to the matrix, the tree to the desk, and tell the journal what organs are called."""
        from gongkai.agencies.acts import ACTS
        from gongkai.agencies.queries import names_by_code, search
        from gongkai.audit.organs import use_organs
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare

        declare(*ACTS)
        offer_menu(MenuEntry(910, "机关", "agencies:tree", "agencies.view", under="设置"))
        offer_search("agencies", search)
        use_organs(names_by_code)
