"""Every move of the law's table asks for an act, and that act is granted to the people whom the table names."""

import pytest

from gongkai.annual_reports.acts import ACT_OF_MOVE, ACTS
from gongkai.law.report_states import MOVES

ROLES = {
    "author": {"clerk"},
    "reviewer": {"reviewer"},
    "signer": {"signer"},
    "author_or_signer": {"clerk", "signer"},
}
GRANTS = {act.key: set(act.grants) for act in ACTS}


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.key} from {move.start} {move.on}")
def test_a_move_is_open_to_whom_the_law_table_names(move):
    assert GRANTS[ACT_OF_MOVE[move.key, move.start]] == ROLES[move.who]


def test_there_is_no_act_for_a_move_that_does_not_exist():
    assert set(ACT_OF_MOVE) == {(move.key, move.start) for move in MOVES}
