"""申请办理"""

from datetime import timedelta

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class CaseworkConfig(AppConfig):
    """Fills the registries of the desk when it starts."""

    name = "gongkai.casework"
    label = "casework"
    verbose_name = "申请办理"

    def ready(self) -> None:
        """Declare the acts on requests and their words in the journal; offer the menu, what waits, and the search."""
        from gongkai.audit.labels import name_acts, name_fields, name_values
        from gongkai.audit.witness import witness_after
        from gongkai.casework.acts import ACTS, FIELDS, JOURNAL, VALUES
        from gongkai.casework.work import KIND, hits, waiting
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare
        from gongkai.common.work import WorkKind, offer_work

        declare(*ACTS)
        name_acts(JOURNAL)
        for kind, labels in FIELDS.items():
            name_fields(kind, labels)
        for (kind, key), words in VALUES.items():
            name_values(kind, key, words)
        witness_after("casework.sign_reply", "casework.serve_reply")
        offer_menu(
            MenuEntry(300, "申请办理", "casework:cases", "casework.view"),
            MenuEntry(926, "文书模板", "casework:letter_forms", "casework.set_up", under="设置"),
            MenuEntry(925, "办件规则", "casework:rules", "casework.set_up", under="设置"),
            MenuEntry(310, "办件看板", "casework:board", "casework.board"),
        )
        offer_work(WorkKind(KIND, "申请办理", waiting))
        self._offer_duties()
        self._print_letters()
        self._work_in_background()
        self._guard_what_goes_out()
        offer_search(KIND, hits)

    def _work_in_background(self) -> None:
        """Say what else the worker does: black out, tell applicants, make dossiers, and what comes round."""
        from gongkai.casework import tasks
        from gongkai.casework.actions import dossiers, letting_know
        from gongkai.casework.actions.dossier_making import make_dossier
        from gongkai.casework.actions.rederiving import follow_calendar
        from gongkai.casework.queries import kept_dossiers
        from gongkai.common.outbox import handle
        from gongkai.common.schedule import each_day, every
        from gongkai.files.keepers import keep_also

        handle(tasks.BURN, tasks.burn, outside=True)
        handle(tasks.MAIL_REPLY, tasks.mail_reply, outside=True)
        handle(letting_know.KIND, letting_know.deliver, outside=True)
        handle(dossiers.KIND, make_dossier, outside=True)
        keep_also(kept_dossiers)
        each_day(tasks.SWEEP_DRAFTS, tasks.sweep_drafts)
        each_day(tasks.REMIND, tasks.remind_applicants)
        every("casework.sweep_dossiers", timedelta(minutes=10), dossiers.sweep_dossiers)
        every("casework.follow_calendar", timedelta(minutes=10), follow_calendar)

    def _guard_what_goes_out(self) -> None:
        """Have the database itself guard the lists of what goes out."""
        from gongkai.casework.guards import guard, unguard

        pre_migrate.connect(unguard, sender=self)
        post_migrate.connect(guard, sender=self)

    def _offer_duties(self) -> None:
        """Say what a person who leaves has to pass on."""
        from gongkai.casework.actions import passing
        from gongkai.common.succession import Duty, offer_duty

        offer_duty(
            Duty("casework.cases", "承办的申请", passing.cases_held, passing.pass_cases_on),
            Duty("casework.watched", "关注的申请", passing.watched_held, passing.pass_watching_on),
        )

    def _print_letters(self) -> None:
        """Have the worker make the files of letters that were issued."""
        from gongkai.casework.actions.letter_issuing import PRINT
        from gongkai.casework.actions.letter_printing import print_letter_files
        from gongkai.common.outbox import handle

        handle(PRINT, print_letter_files)
