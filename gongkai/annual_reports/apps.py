"""Annual reports."""

from datetime import timedelta

from django.apps import AppConfig


class AnnualReportsConfig(AppConfig):
    """Declares its acts, and gives the desk its menu, its work and its search."""

    name = "gongkai.annual_reports"
    label = "annual_reports"
    verbose_name = "年度报告"

    def ready(self) -> None:
        """Add what this room has for the frames below and above."""
        from gongkai.annual_reports.acts import ACTS, FIELDS, JOURNAL, group_of
        from gongkai.annual_reports.searching import search_reports
        from gongkai.annual_reports.waiting import KIND, waiting_for
        from gongkai.audit.labels import group_fields, name_acts, name_fields, name_values
        from gongkai.audit.witness import witness_after
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare
        from gongkai.common.work import WorkKind, offer_work

        declare(*ACTS)
        self._offer_counts()
        witness_after("annual_reports.sign")
        name_acts(JOURNAL)
        name_fields("annual_reports.report", FIELDS)
        name_values(
            "annual_reports.report", "格式", {"2021": "2021年格式", "2019": "2019年试行格式"}
        )
        group_fields("annual_reports.report", group_of)
        offer_work(WorkKind(KIND, "年度报告", waiting_for))
        offer_search(KIND, search_reports)
        offer_menu(
            MenuEntry(50, "年报", "annual_reports:list", "annual_reports.view"),
            MenuEntry(51, "从记录看年报", "annual_reports:compile", "annual_reports.view"),
            MenuEntry(52, "年报比较", "annual_reports:comparison", "annual_reports.compare"),
            MenuEntry(52, "部门数据", "annual_reports:returns", "annual_reports.enter_returns"),
            MenuEntry(
                53, "乡镇公布日期", "annual_reports:deadlines", "annual_reports.set_deadline"
            ),
        )
        self._collect()
        self._remind()

    def _remind(self) -> None:
        """Remind of reports that are to be made."""
        from gongkai.annual_reports.reminding import remind_of_reports
        from gongkai.common.schedule import each_day

        each_day("annual_reports.remind", remind_of_reports)

    def _collect(self) -> None:
        """Read collected folders in the background, and keep their bytes."""
        from gongkai.annual_reports.actions.collect.hand_up import hand_up_older
        from gongkai.annual_reports.actions.collect.read_file import work_on
        from gongkai.annual_reports.actions.collect.take_batch import READ, wake_stalled
        from gongkai.annual_reports.queries import folders_collected
        from gongkai.annual_reports.waiting_collection import KIND, count_waiting, waiting_for
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import each_day, every
        from gongkai.common.work import WorkKind, offer_work
        from gongkai.files.keepers import keep_also

        offer_work(WorkKind(KIND, "年报收集", waiting_for))
        offer_menu(
            MenuEntry(
                52,
                "年报收集",
                "annual_reports:collection",
                "annual_reports.collect",
                count=count_waiting,
            )
        )
        handle(READ, work_on, outside=True)
        keep_also(folders_collected)
        each_day("annual_reports.hand_up_older", hand_up_older)
        every("annual_reports.stalled_collections", timedelta(minutes=5), wake_stalled)

    def _offer_counts(self) -> None:
        """What reports can tell of a year outside the form."""
        from gongkai.annual_reports import (
            counts_expected,
            counts_handled,
            counts_heard,
            counts_interviews,
            counts_published,
        )
        from gongkai.annual_reports.counts import offer_counts

        offer_counts(*counts_published.COUNTS, *counts_handled.COUNTS)
        offer_counts(*counts_heard.COUNTS, *counts_interviews.COUNTS, *counts_expected.COUNTS)
