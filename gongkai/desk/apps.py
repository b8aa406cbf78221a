"""经办人工作台"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Starts last, above all other rooms."""

    name = "gongkai.desk"
    label = "desk"
    verbose_name = "经办人工作台"

    def ready(self) -> None:
        """Declare the desk's acts, add its entries to the menu, and have people reminded each day."""
        from gongkai.audit.labels import name_acts, name_types
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.notices.queries import unread_count
        from gongkai.common.outbox import handle
        from gongkai.common.outbox.queries import counts
        from gongkai.common.permissions import declare
        from gongkai.common.schedule import each_day
        from gongkai.common.succession import Duty, offer_duty
        from gongkai.desk import tasks
        from gongkai.desk.acts import ACTS, JOURNAL
        from gongkai.desk.passing import notices_held, pass_notices_on
        from gongkai.desk.record_kinds import RECORD_KINDS

        declare(*ACTS)
        name_acts(JOURNAL)
        offer_duty(Duty("desk.notices", "没有读的消息", notices_held, pass_notices_on))
        name_types(RECORD_KINDS)
        handle(tasks.REMIND, tasks.remind, outside=True)
        each_day(tasks.REMIND, tasks.ask_for_reminders)
        offer_menu(
            MenuEntry(10, "待办", "desk:home"),
            MenuEntry(12, "消息", "desk:notices", count=lambda actor: unread_count(actor.pk)),
            MenuEntry(950, "未送达的消息", "desk:outbox", "desk.outbox", under="设置",
                      count=lambda _: counts().get("dead", 0)),
            MenuEntry(951, "邮件订阅", "desk:subscriptions", "desk.subscriptions", under="设置"),
        )  # fmt: skip
