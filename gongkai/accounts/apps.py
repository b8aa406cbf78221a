"""People and permissions."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Fills in the permission policy when it starts."""

    name = "gongkai.accounts"
    label = "accounts"
    verbose_name = "人员和权限"

    def ready(self) -> None:
        """Answer all questions of permission from the posts that people hold; add people to menu, search and journal."""
        from gongkai.accounts import journal, tasks
        from gongkai.accounts.acts import ACTS
        from gongkai.accounts.policy import PostPolicy
        from gongkai.accounts.search import search
        from gongkai.accounts.sign_in.second_factor import connect_journal
        from gongkai.audit.labels import name_acts, name_fields
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare, use_policy
        from gongkai.common.schedule import every

        declare(*ACTS)
        name_acts(journal.ACTS)
        name_fields("accounts.user", journal.FIELDS)
        offer_search("accounts", search)
        offer_menu(MenuEntry(915, "人员", "people:list", "accounts.view", under="设置"))
        offer_menu(MenuEntry(930, "权限表", "accounts:matrix", "accounts.matrix", under="设置"))
        use_policy(PostPolicy())
        every(tasks.CLOSE_HOURS, tasks.EVERY, tasks.close_refusals)
        connect_journal()
