"""移交工作: all that somebody who leaves holds goes to a colleague in one act, but for what the colleague must not have."""

import pytest
from django.urls import reverse

from gongkai.accounts.actions.succession import hand_on
from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.models import CasePerson
from gongkai.casework.work import waiting
from gongkai.common.notices.models import Notice
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.common.succession import held_by
from tests.casework import cases
from tests.casework.cases import at
from tests.people import make_person
from tests.publishing.items import draft, submitted

TODAY = "2026-11-05"
SAID = {"reason": "调离"}


@pytest.fixture
def heir(cast):
    """A second clerk of the town."""
    return make_person("li", "李接手", cast.town, "clerk")


def handled(cast):
    """A case that the clerk handles."""
    case = cases.registered(cast)
    return actions.assign(
        case=case, department=None, handler=cast.clerk, by=cast.clerk, now=at(TODAY)
    )


def passed(cast, heir, **more):
    """The administrator passes the clerk's work on."""
    said = {"person": cast.clerk, "successor": heir, "by": cast.administrator, **SAID, **more}
    return hand_on(**said, now=at(TODAY))


def test_cases_drafts_and_watched_cases_go_in_one_act(cast, heir):
    case, watched, item = handled(cast), cases.registered(cast), draft(cast)
    actions.watch(case=watched, on=True, by=cast.clerk, now=at(TODAY))
    went = passed(cast, heir)
    assert went == {"承办的申请": 1, "关注的申请": 1, "没有送审的草稿": 1}
    item.draft.refresh_from_db()
    assert cases.again(case).handler == heir
    assert item.draft.writers == sorted([cast.clerk.pk, heir.pk])
    assert CasePerson.objects.get().person == heir
    assert any("您承办的" in line.reason for line in waiting(heir, at(TODAY)))
    assert not held_by(cast.clerk)


def test_each_case_says_in_the_journal_who_took_it_over(cast, heir):
    handled(cast)
    passed(cast, heir)
    entry = Entry.objects.filter(act="casework.assign").latest("pk")
    assert (entry.actor_id, entry.reason) == (cast.administrator.pk, "调离")
    assert (entry.before, entry.after) == ({"handler": "王经办"}, {"handler": "李接手"})
    assert Entry.objects.get(act="accounts.hand_on").after["went"] == "承办的申请 1 件"
    assert "王经办的工作交给您" in Notice.objects.get(user_id=heir.pk).text


def noticed(cast):
    """A case that the clerk handles, with a notice about it that nobody read."""
    case = handled(cast)
    said = {"user_id": cast.clerk.pk, "key": f"casework:{case.pk}:9", "text": str(case)}
    Notice.objects.create(**said, at=at(TODAY))
    return case


def test_a_case_that_the_colleague_must_keep_away_from_stays_with_its_notices(cast, heir):
    case, other = noticed(cast), noticed(cast)
    barred = {"case": case, "person": heir, "part": "barred", "reason": "亲属"}
    actions.admit(**barred, by=cast.signer, now=at(TODAY))
    [(_, holding)] = held_by(cast.clerk, heir)
    assert holding.goes == (str(other),)
    assert holding.stays == ((str(case), "接手的同事在这一件里应当回避"),)
    passed(cast, heir)
    assert (cases.again(case).handler, cases.again(other).handler) == (cast.clerk, heir)
    texts = Notice.objects.filter(user_id=heir.pk).values_list("text", flat=True)
    assert str(other) in texts
    assert str(case) not in texts


def test_a_restricted_case_stays_until_the_colleague_is_let_in(cast, heir):
    case = handled(cast)
    actions.restrict(case=case, restricted=True, reason="涉及人员", by=cast.signer, now=at(TODAY))
    with pytest.raises(Refusal, match="没有可以移交的工作"):
        passed(cast, heir)
    actions.admit(
        case=case, person=heir, part="admitted", reason="接手", by=cast.signer, now=at(TODAY)
    )
    assert passed(cast, heir) == {"承办的申请": 1}


def test_what_waits_for_review_is_not_a_draft_and_stays(cast, heir):
    submitted(cast)
    assert not held_by(cast.clerk, heir)


def test_who_has_no_post_for_it_takes_nothing(cast):
    handled(cast)
    draft(cast)
    kinds = {duty.key: holding for duty, holding in held_by(cast.clerk, cast.reader)}
    assert all(not holding.goes and holding.stays for holding in kinds.values())
    assert set(kinds) == {"casework.cases", "publishing.drafts"}


def test_only_the_administrator_of_the_people_passes_work_on_within_the_organ(cast, heir):
    handled(cast)
    with pytest.raises(NotAllowed):
        passed(cast, heir, by=cast.clerk)
    for successor in (cast.stranger, cast.clerk):
        with pytest.raises(Refusal):
            passed(cast, successor)
    with pytest.raises(Refusal, match="理由"):
        passed(cast, heir, reason=" ")


def test_the_page_shows_what_would_go_before_anything_goes(client, cast, heir):
    case = handled(cast)
    client.force_login(cast.administrator)
    url = reverse("people:hand_on", kwargs={"pk": cast.clerk.pk})
    assert str(case) in client.get(url).content.decode()
    page = client.post(url, {"successor": heir.pk, "look": "1"}).content.decode()
    assert "下面是交给李接手的" in page
    assert cases.again(case).handler == cast.clerk
    assert client.post(url, {"look": "1"}).status_code == 422
    assert client.post(url, {"successor": heir.pk, **SAID}).status_code == 302
    assert cases.again(case).handler == heir
    assert (
        "手上还有"
        not in client.get(reverse("people:person", args=(cast.clerk.pk,))).content.decode()
    )


def test_many_cases_cost_the_page_no_more_queries(client, cast, django_assert_max_num_queries):
    for _ in range(6):
        handled(cast)
    client.force_login(cast.administrator)
    url = reverse("people:person", args=(cast.clerk.pk,))
    client.get(url)
    with django_assert_max_num_queries(35):
        assert "承办的申请 6 件" in client.get(url).content.decode()
