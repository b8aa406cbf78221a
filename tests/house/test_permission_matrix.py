"""docs/use/permissions.md is what the apps declare today."""

import pytest

from gongkai.common.permissions import ROLE_LABELS, SCOPE_LABELS, acts
from tests.house.permission_matrix import FILE, document
from tests.house.source import text_of


def test_the_printed_matrix_is_current():
    assert text_of(FILE) == document(), (
        f"{FILE} is out of date: run `python -m tests.house.permission_matrix`"
    )


@pytest.mark.parametrize("act", acts(), ids=lambda act: act.key)
def test_every_act_names_known_roles_and_scopes(act):
    assert set(act.grants) <= set(ROLE_LABELS)
    assert set(act.grants.values()) <= set(SCOPE_LABELS)
    assert "." in act.key
    assert act.label
