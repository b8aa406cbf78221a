"""关注: who watches a case is told of each act, and of nothing that must not be seen."""

from gongkai.casework import actions
from gongkai.common.notices.models import Notice
from tests.casework import cases
from tests.casework.cases import at
from tests.casework.desk.typed import TODAY, text


def told(person):
    """What the person was told, the newest first."""
    return list(Notice.objects.filter(user_id=person.pk).values_list("text", flat=True))


def test_who_watches_is_told_of_each_act_and_finds_the_case(cast, ask, act):
    case = cases.registered(cast)
    ask(cast.reader, "watch", case.pk, {"on": "1"})
    assert str(case) in text(ask(cast.reader, "watched"))
    act(cast.clerk, "assign", case, handler=cast.clerk.pk)
    assert told(cast.reader) == [f"{case} 有变化：分办"]
    assert Notice.objects.filter(user_id=cast.reader.pk).get().url.endswith(f"/{case.pk}/")


def test_who_watches_no_more_is_told_no_more(cast, ask, act):
    case = cases.registered(cast)
    ask(cast.reader, "watch", case.pk, {"on": "1"})
    ask(cast.reader, "watch", case.pk, {})
    act(cast.clerk, "assign", case, handler=cast.clerk.pk)
    assert not told(cast.reader)
    assert "还没有关注的申请" in text(ask(cast.reader, "watched"))


def test_watching_opens_no_restricted_case_and_tells_nothing_of_it(cast, ask):
    case = cases.registered(cast)
    actions.assign(case=case, department=None, handler=cast.clerk, by=cast.clerk, now=at(TODAY))
    ask(cast.reader, "watch", case.pk, {"on": "1"})
    actions.restrict(case=case, restricted=True, reason="涉密", by=cast.signer, now=at(TODAY))
    assert ask(cast.reader, "case", case.pk).status_code == 404
    cases.clarified(cast, case, TODAY)
    assert not told(cast.reader)
    assert str(case) not in text(ask(cast.reader, "watched"))


def test_nobody_watches_what_nobody_may_see(cast, ask):
    case = cases.registered(cast)
    assert ask(cast.stranger, "watch", case.pk, {"on": "1"}).status_code == 404
    assert ask(cast.reader, "watch", case.pk).status_code == 405
