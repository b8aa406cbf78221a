"""Everything that changes a consultation or a live Q&A, one function per act: lock, ask the law, change, journal, tell."""

from gongkai.participation.actions.commenting import PUBLIC, Over, comment_online, enter_comment
from gongkai.participation.actions.deciding import decide, leave_undecided
from gongkai.participation.actions.hearings import (
    add_participant,
    change_hearing,
    deliver_papers,
    list_participants,
    plan_hearing,
)
from gongkai.participation.actions.moderating import hide, show
from gongkai.participation.actions.opening import follow_the_days, guard_outcome, item_published
from gongkai.participation.actions.outcome import draft_outcome
from gongkai.participation.actions.period import end_early, extend
from gongkai.participation.actions.planning import (
    change_consultation,
    drop_consultation,
    plan_consultation,
    plan_of,
    plan_with_notice,
)
from gongkai.participation.actions.points import add_point, change_point, remove_point
from gongkai.participation.actions.reading import read_commenter, read_participant, read_scan
from gongkai.participation.actions.rules import set_rules

__all__ = [
    "PUBLIC",
    "Over",
    "add_participant",
    "add_point",
    "change_consultation",
    "change_hearing",
    "change_point",
    "comment_online",
    "decide",
    "deliver_papers",
    "draft_outcome",
    "drop_consultation",
    "end_early",
    "enter_comment",
    "extend",
    "follow_the_days",
    "guard_outcome",
    "hide",
    "item_published",
    "leave_undecided",
    "list_participants",
    "plan_consultation",
    "plan_hearing",
    "plan_of",
    "plan_with_notice",
    "read_commenter",
    "read_participant",
    "read_scan",
    "remove_point",
    "set_rules",
    "show",
]
