"""People and permissions."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Fills in the permission policy when it starts."""

    name = "gongkai.accounts"
    label = "accounts"
    verbose_name = "人员和权限"

    def ready(self) -> None:
        """Answer all questions of permission from the posts that people hold."""
        from gongkai.accounts.acts import ACTS
        from gongkai.accounts.policy import PostPolicy
        from gongkai.accounts.sign_in.second_factor import connect_journal
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare, use_policy

        declare(*ACTS)
        offer_menu(MenuEntry(930, "权限表", "accounts:matrix", "accounts.matrix", under="设置"))
        use_policy(PostPolicy())
        connect_journal()
