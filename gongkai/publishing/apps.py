"""信息发布"""

from datetime import timedelta

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Fills the registries of the desk when it starts."""

    name = "gongkai.publishing"
    label = "publishing"
    verbose_name = "信息发布"

    def ready(self) -> None:
        """Declare the acts on items; offer the menu, what waits, the search, and columns to new organs."""
        from gongkai.agencies.newcomers import offer_welcome
        from gongkai.audit.labels import name_acts, name_fields, name_values, read_also
        from gongkai.audit.witness import witness_after
        from gongkai.common.desk_search import offer_search
        from gongkai.common.outbox import handle
        from gongkai.common.permissions import declare
        from gongkai.publishing.actions.publish import RELEASE, release
        from gongkai.publishing.actions.set_up_columns import enter_columns
        from gongkai.publishing.actions.try_links import TRY, try_one
        from gongkai.publishing.actions.validity import EFFECT, take_effect
        from gongkai.publishing.acts import ACTS, FIELDS, JOURNAL, VALUES
        from gongkai.publishing.work import hits

        declare(*ACTS)
        handle(TRY, try_one, outside=True)
        name_acts(JOURNAL)
        read_also("publishing.item", "publishing.itemversion")
        for kind, labels in FIELDS.items():
            name_fields(kind, labels)
        for (kind, key), words in VALUES.items():
            name_values(kind, key, words)
        offer_welcome("publishing.columns", enter_columns)
        witness_after("publishing.publish")
        witness_after("publishing.publish_urgently")
        handle(RELEASE, release)
        handle(EFFECT, take_effect)
        offer_search("publishing", hits)
        self._offer_menu()
        self._offer_work()
        self._run_batches()

    def _offer_menu(self) -> None:
        """Where the pages of items stand in the menu of the desk."""
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.publishing.accounts_overview import count_due
        from gongkai.publishing.work import count_waiting

        year = "publishing:accounts_by_year"
        offer_menu(
            MenuEntry(200, "信息发布", "publishing:items", "publishing.view", count=count_waiting),
            MenuEntry(210, "公开是否及时", "publishing:timeliness", "publishing.view"),
            MenuEntry(215, "预决算公开", year, "publishing.view", count=count_due),
            MenuEntry(220, "应公开的有没有", "publishing:coverage", "publishing.view"),
            MenuEntry(920, "栏目", "publishing:columns", "publishing.view", under="设置"),
        )

    def _offer_work(self) -> None:
        """Say what waits for people, and what the program does by itself when its day has come."""
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import every
        from gongkai.common.succession import Duty, offer_duty
        from gongkai.common.work import WorkKind, offer_work
        from gongkai.publishing import aftercare, column_rhythm, work
        from gongkai.publishing.actions.end_notice import END_NOTICE, end_notice, end_notices
        from gongkai.publishing.actions.marking import mark_older_texts
        from gongkai.publishing.actions.passing import drafts_held, pass_drafts_on

        offer_work(WorkKind(work.KIND, "信息发布", work.waiting))
        offer_duty(Duty("publishing.drafts", "没有送审的草稿", drafts_held, pass_drafts_on))
        offer_work(WorkKind(column_rhythm.KIND, "栏目更新", column_rhythm.waiting_columns))
        offer_work(WorkKind(aftercare.KIND, "公开以后", aftercare.aftercare))
        every("publishing.mark_older_texts", timedelta(minutes=10), mark_older_texts)
        handle(END_NOTICE, end_notice)
        every("publishing.end_notices", timedelta(minutes=10), end_notices)

    def _run_batches(self) -> None:
        """Work on confirmed batches line by line, keep their folders meanwhile, and drop those that nobody confirms."""
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import every
        from gongkai.files.keepers import keep_also
        from gongkai.publishing.actions import run_row
        from gongkai.publishing.actions.batches import RUN_ROW, drop_forgotten, wake_stalled
        from gongkai.publishing.queries import folders_in_use
        from gongkai.publishing.telling_together import TELL, tell_together

        handle(RUN_ROW, run_row, outside=True)
        handle(TELL, tell_together)
        keep_also(folders_in_use)
        every("publishing.stalled_batches", timedelta(minutes=5), wake_stalled)
        every("publishing.forgotten_batches", timedelta(hours=6), drop_forgotten)
