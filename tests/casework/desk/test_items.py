"""Published items that answer a request: suggested by their names, searched for, tied and taken back; and earlier replies."""

import pytest

from gongkai.casework.likeness import covered
from gongkai.casework.models import CaseItem
from gongkai.casework.published import suggested
from gongkai.publishing.models import Item, ItemVersion
from tests.casework import cases
from tests.casework.desk.typed import text
from tests.publishing.items import draft, published

PLAN = "青石镇人民政府关于2025年东街改造征地补偿方案的公告"


def test_what_is_published_under_nearly_the_same_name_is_suggested(cast, ask):
    item = published(cast, title=PLAN)
    published(cast, title="防汛应急预案")
    draft(cast, title=PLAN)
    case = cases.registered(cast)
    assert [each.item for each in suggested(case)] == [item]
    assert PLAN in text(ask(cast.clerk, "case", case.pk))
    assert "防汛" not in text(ask(cast.clerk, "items", case.pk))


def test_many_titles_of_the_same_words_do_not_crowd_out_the_one_that_fits(cast):
    item = published(cast, title=PLAN)
    rows = [
        Item(
            agency=item.agency, column=item.column, title=f"第{number}号地块征地补偿公告",
            changed_at=item.changed_at, first_published_at=item.first_published_at,
        )
        for number in range(80)
    ]  # fmt: skip
    for row in Item.objects.bulk_create(rows):
        text_of_it = ItemVersion.objects.create(
            item=row, number=1, title=row.title, at=row.changed_at
        )
        Item.objects.filter(pk=row.pk).update(published=text_of_it)
    assert suggested(cases.registered(cast))[0].item == item


def test_an_item_is_tied_and_taken_back(cast, ask):
    item, case = published(cast, title=PLAN), cases.registered(cast)
    assert ask(cast.clerk, "items", case.pk, {"kind": "answers"}).status_code == 422
    ask(cast.clerk, "items", case.pk, {"kind": "answers", "item": item.pk})
    assert "已经公开，可以答复" in text(ask(cast.clerk, "case", case.pk))
    tie = CaseItem.objects.get()
    assert ask(cast.reviewer, "untie_item", tie.pk, {}).status_code == 404
    ask(cast.clerk, "untie_item", tie.pk, {})
    assert not CaseItem.objects.exists()


def test_items_of_all_organs_are_found_by_their_words(cast, ask):
    item, case = published(cast, title="防汛应急预案"), cases.registered(cast)
    assert "防汛应急预案" in text(ask(cast.clerk, "items", case.pk, query="?q=应急 防汛"))
    assert "没有标题里有这些词语的" in text(ask(cast.clerk, "items", case.pk, query="?q=地震"))
    refused = ask(cast.clerk, "items", case.pk, {"kind": "answers", "item": item.pk + 9})
    assert refused.status_code == 422


@pytest.mark.parametrize(
    ("asked", "offered", "share"),
    [("征地补偿", "2025年征地补偿方案", 1.0), ("征地补偿", "征地公告", 1 / 3), ("的", "征地", 0.0)],
)
def test_how_much_of_what_is_asked_for_a_title_names(asked, offered, share):
    assert covered(asked, offered) == pytest.approx(share)


def test_earlier_replies_on_the_same_information_stand_apart_from_repeats(cast, ask):
    earlier = cases.answered(cast, cases.registered(cast), "2026-11-03")
    case = cases.registered(cast)
    page = text(ask(cast.clerk, "case", case.pk))
    assert "以前对相近信息的答复" in page
    assert str(earlier) in page
    assert "可能重复的申请" not in page


def test_a_case_costs_the_same_with_one_suggestion_and_with_many(
    cast, ask, django_assert_max_num_queries
):
    for number in range(5):
        published(cast, title=f"{PLAN}（{number}）")
    case = cases.registered(cast)
    ask(cast.clerk, "case", case.pk)
    with django_assert_max_num_queries(60):
        ask(cast.clerk, "case", case.pk)
