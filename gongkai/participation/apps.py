"""意见征集和互动"""

from datetime import timedelta

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """Fills the registries of the desk when it starts."""

    name = "gongkai.participation"
    label = "participation"
    verbose_name = "征集、互动"

    def ready(self) -> None:
        """Declare the acts and their words in the journal; offer the menu, what waits, and the search."""
        from gongkai.audit.labels import name_acts, name_fields, name_values
        from gongkai.common.desk_search import offer_search
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare
        from gongkai.common.work import WorkKind, offer_work
        from gongkai.participation.acts import ACTS, FIELDS, JOURNAL, VALUES
        from gongkai.participation.queries import count_waiting
        from gongkai.participation.work import KIND, hits, waiting

        declare(*ACTS)
        name_acts(JOURNAL)
        for kind, labels in FIELDS.items():
            name_fields(kind, labels)
        for (kind, key), words in VALUES.items():
            name_values(kind, key, words)
        offer_menu(
            MenuEntry(
                250, "意见征集", "participation:list", "participation.view", count=count_waiting
            ),
            MenuEntry(
                924, "意见征集规则", "participation:rules", "participation.set_up", under="设置"
            ),
        )
        offer_work(WorkKind(KIND, "意见征集", waiting))
        offer_search(KIND, hits)
        self._follow_publications()
        self._offer_interviews()

    def _follow_publications(self) -> None:
        """Open with the publication of a notice, go on with that of an outcome, close when the last day is over."""
        from gongkai.common.schedule import every
        from gongkai.participation.actions.opening import (
            follow_the_days,
            guard_outcome,
            item_published,
        )
        from gongkai.participation.beside_item import beside_item, interview_beside
        from gongkai.publishing.followers import (
            follow_publication,
            guard_release,
            stand_beside,
        )

        guard_release(guard_outcome)
        stand_beside(beside_item)
        stand_beside(interview_beside)
        follow_publication(item_published)
        every("participation.follow_the_days", timedelta(minutes=10), follow_the_days)

    def _offer_interviews(self) -> None:
        """Live Q&A: their acts and words, the menu, what waits, and what comes by the clock."""
        from gongkai.audit.labels import name_acts, name_fields, name_values
        from gongkai.common.menu import MenuEntry, offer_menu
        from gongkai.common.permissions import declare
        from gongkai.common.schedule import every
        from gongkai.common.work import WorkKind, offer_work
        from gongkai.participation import interview_acts as acts
        from gongkai.participation import interview_work as work
        from gongkai.participation.actions.interview_course import advance

        declare(*acts.ACTS)
        name_acts(acts.JOURNAL)
        for kind, labels in acts.FIELDS.items():
            name_fields(kind, labels)
        for (kind, key), words in acts.VALUES.items():
            name_values(kind, key, words)
        entry = "participation.view_interviews"
        offer_menu(
            MenuEntry(235, "在线访谈", "interviews:interviews", entry, count=work.count_waiting)
        )
        offer_work(WorkKind(work.KIND, "在线访谈", work.waiting))
        every("participation.interviews", timedelta(seconds=15), advance)
