"""What several people asked for, and how the information of a reply becomes a draft for everybody, without the applicant's data."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.asked_often import asked_often
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Item
from tests.casework import cases
from tests.casework.desk.typed import text

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
ZHAO = {"name": "赵某", "identity_number": "320000198505051233"}
OTHER = "2025年部门预算"


def asked_twice(cast, **more):
    """Two people ask for the same."""
    return cases.registered(cast, **more), cases.registered(cast, who=cases.li(**ZHAO), **more)


def found(cast, person=None):
    """The requests of each information that several asked for."""
    return [each.cases for each in asked_often(person or cast.clerk, cast.town, *YEAR)]


def test_what_two_people_asked_for_is_found_once(cast):
    first, second = asked_twice(cast)
    cases.registered(cast, title=OTHER)
    assert found(cast) == [(first, second)]
    assert found(cast, cast.stranger) == []


def test_one_person_who_asks_twice_is_not_several(cast):
    cases.registered(cast)
    cases.registered(cast)
    assert found(cast) == []


def test_who_was_erased_still_counts_as_somebody(cast):
    first, second = asked_twice(cast)
    for case in (first, second):
        case.identity_index = ""
        case.save()
    [group] = asked_often(cast.clerk, cast.town, *YEAR)
    assert (group.applicants, group.per_cent) == (2, 100)


def test_more_requests_cost_no_more_queries(cast):
    counts = []
    for number in range(2):
        for place in range(4):
            asked_twice(cast, title=f"第{number}{place}号地块{'征收' * place}方案")
        with CaptureQueriesContext(connection) as queries:
            asked_often(cast.clerk, cast.town, *YEAR)
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_the_list_names_no_applicant_and_says_what_was_answered(cast, ask):
    first, second = asked_twice(cast)
    page = text(ask(cast.clerk, "often", query="?year=2026"))
    assert "2 位申请人，2 件" in page
    assert "还没有答复：2 件" in page
    assert "提出主动公开" not in page.replace("点“提出主动公开”", "").replace(
        "可以提出主动公开", ""
    )
    assert "赵某" not in page
    cases.answered(cast, first, "2026-11-04")
    assert f"/{first.pk}/propose-publication/" in text(ask(cast.clerk, "often"))
    assert str(second) in text(ask(cast.clerk, "often", query="?year=x"))


@pytest.fixture
def released(cast):
    """A reply that gave a list with somebody's telephone in it."""
    says = ("补偿方案一份，联系人电话13912345678",)
    return cases.answered(cast, cases.registered(cast), "2026-11-04", says=says)


def proposal(cast, **changes):
    """What the clerk types."""
    column = national_column(cast.town, "content")
    return {
        "column": column.pk,
        "title": "东街补偿方案",
        "why": "make_proactive_several",
        **changes,
    }


def test_a_draft_is_made_without_personal_data_and_tied(cast, ask, act, released):
    assert "提出转为主动公开" in text(ask(cast.clerk, "case", released.pk))
    answer = act(cast.clerk, "propose_publication", released, **proposal(cast))
    item = Item.objects.get()
    assert answer.url == f"/desk/items/{item.pk}/edit/"
    assert (item.state, item.draft.writers) == ("draft", [cast.clerk.pk])
    assert "补偿方案一份" in item.draft.body
    assert "13912345678" not in item.draft.body
    assert released.items.get().kind == "published"
    entry = Entry.objects.get(act="casework.propose_publication")
    assert "第四十四条第一款" in entry.reason


def test_it_is_proposed_once_and_the_page_says_where_it_is(cast, ask, act, released):
    act(cast.clerk, "propose_publication", released, **proposal(cast))
    assert ask(cast.clerk, "propose_publication", released.pk).status_code == 409
    assert act(cast.clerk, "propose_publication", released, **proposal(cast)).status_code == 409
    page = text(ask(cast.clerk, "case", released.pk))
    assert "由此转为主动公开，草拟" in page
    assert Item.objects.count() == 1


def test_nothing_is_proposed_of_what_was_not_given(cast, ask, act):
    case = cases.registered(cast)
    assert ask(cast.clerk, "propose_publication", case.pk).status_code == 409
    assert "还没有作出公开" in text(act(cast.clerk, "propose_publication", case, **proposal(cast)))
    assert ask(cast.reviewer, "propose_publication", case.pk).status_code == 404
    assert not Item.objects.exists()


@pytest.mark.parametrize("changes", [{"why": "x"}, {"title": ""}, {"column": "0"}])
def test_what_is_missing_is_said_and_what_was_typed_is_kept(cast, act, released, changes):
    answer = act(cast.clerk, "propose_publication", released, **proposal(cast, **changes))
    assert answer.status_code == 422
    assert not Item.objects.exists()


def test_the_column_of_another_organ_is_refused(cast, released):
    column = national_column(cast.other_town, "content")
    with pytest.raises(Refusal, match="本机关的栏目"):
        actions.propose_publication(
            case=released, column=column, title="方案", why="decide_attribute",
            **cases.on(cast.clerk, "2026-11-05"),
        )  # fmt: skip
