"""The journal."""

from datetime import timedelta

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Starts after ``common``."""

    name = "gongkai.audit"
    label = "audit"
    verbose_name = "办事留痕"

    def ready(self) -> None:
        """Have witnesses put out each hour and at signings, and add the journal to the menu."""
        from gongkai.audit import labels, personal, rewrapping, witness
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import every

        labels.name_acts(
            {
                "audit.export": "导出办事留痕",
                personal.READ: "查看个人信息",
                personal.ERASE: "销毁个人信息",
                rewrapping.ACT: "更换主密钥",
            }
        )
        labels.name_fields("", {"fields": "项目"})
        labels.name_fields(
            "audit.chain",
            {
                "rows": "条数",
                "query": "条件",
                "generation": "第几个主密钥",
                "keys": "改用新主密钥的密钥（个）",
                "sealed_files": "新加密的办件材料（个）",
            },
        )
        offer_menu(MenuEntry(940, "办事留痕", "audit:journal", "audit.view", under="设置"))
        handle(witness.KIND, witness.deliver, outside=True)
        every(witness.KIND, timedelta(hours=1), witness.put_out)
