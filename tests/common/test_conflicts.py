"""Mine beside theirs: only what differs is asked, and nothing is taken that was not chosen."""

from gongkai.common.conflicts import chosen, compare

LABELS = {"title": "标题", "text": "正文", "pages": "页数"}
MINE = {"title": "防汛", "text": "一\r\n二", "pages": 3, "hidden": "a"}
THEIRS = {"title": "防汛抗旱", "text": "一\n二", "pages": None, "hidden": "b"}


def test_only_what_differs_for_people_is_asked():
    rows = compare(MINE, THEIRS, LABELS)
    assert [(row.name, row.mine, row.theirs) for row in rows] == [
        ("choose-title", "防汛", "防汛抗旱"),
        ("choose-pages", "3", ""),
    ]


def test_the_same_on_both_sides_is_no_conflict():
    assert compare(MINE, {**MINE, "hidden": "x"}, LABELS) == []


def test_my_value_is_taken_where_i_chose_it_and_theirs_everywhere_else():
    merged = chosen(MINE, THEIRS, {"choose-title": "mine", "choose-pages": "theirs"})
    assert merged == {**THEIRS, "title": "防汛"}


def test_an_answer_for_a_field_that_i_never_sent_changes_nothing():
    assert chosen({}, THEIRS, {"choose-title": "mine"}) == THEIRS
