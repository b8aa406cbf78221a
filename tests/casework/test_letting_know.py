"""Applicants are told what is new once, without personal content, by an address that is opened when the message leaves."""

from datetime import timedelta

import pytest
from django.conf import settings as configured
from django.core import mail

from gongkai.agencies.models import ContactPage, SiteIdentity
from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.actions import letting_know
from gongkai.casework.models import Telling
from gongkai.common import sms
from gongkai.common.outbox import deliver_due
from gongkai.common.outbox.models import OutboxMessage
from gongkai.common.outbox.queries import dead
from gongkai.law.applicant_news import NEWS
from tests.casework import cases
from tests.casework.cases import at
from tests.website.applications import sent_in

KIND = letting_know.KIND
PERSONAL = ("李申请人", "李", "13912345678", "li@example.test", "东街", "征地")
LEASE = timedelta(seconds=configured.OUTBOX_LEASE_SECONDS + 1)


class Killed(BaseException):
    """The process dies here."""


def die(*_args, **_said):
    raise Killed


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SMS = {"to": "folder", "folder": tmp_path}
    return tmp_path


@pytest.fixture
def told(cast):
    """A case whose applicant wishes both."""
    ContactPage.objects.create(agency=cast.town, telephone="0527-1234567")
    who = cases.li(mail="li@example.test", tell_by_mail=True, tell_by_sms=True)
    return cases.registered(cast, who=who)


def texts(folder) -> list[str]:
    return [path.read_text() for path in sorted(folder.glob("*.txt"))]


def keys() -> list[str]:
    return list(
        OutboxMessage.objects.filter(kind=KIND).order_by("pk").values_list("key", flat=True)
    )


def reads() -> int:
    return Entry.objects.filter(act="audit.read_personal", actor_name="系统").count()


def go(day="2026-11-05", hour=10) -> int:
    return deliver_due(at(day, hour), kind=KIND)


def test_a_clarification_is_told_in_both_ways_with_its_last_day(cast, told, folder):
    cases.clarified(cast, told)
    assert go() == 2
    (text,) = texts(folder)
    (letter,) = mail.outbox
    said = f"青石镇人民政府：您的政府信息公开申请（{told}），需要您补正，最迟2026年11月12日（周四）。电话 0527-1234567。"
    assert text == f"13912345678\n{said}\n"
    assert (letter.to, letter.body.strip()) == (["li@example.test"], said)


def test_the_messages_of_a_whole_course_hold_nothing_personal(cast, told, folder):
    cases.extended(cast, told)
    cases.consulted(cast, cases.again(told), "2026-11-20")
    cases.answered(cast, told, "2026-11-24", "nonexistent")
    go("2026-11-24")
    bodies = "".join(
        [text.split("\n", 1)[1] for text in texts(folder)]
        + [each.subject + each.body for each in mail.outbox]
    )
    assert len(mail.outbox) == 3
    assert [word for word in (*PERSONAL, "不存在") if word in bodies] == []


def test_the_outbox_holds_no_address(cast, told):
    cases.clarified(cast, told)
    waiting = str(list(OutboxMessage.objects.filter(kind=KIND).values()))
    assert f"'case': {told.pk}" in waiting
    assert [word for word in PERSONAL if word in waiting] == []


def test_who_wishes_nothing_is_told_nothing(cast):
    cases.clarified(cast, cases.registered(cast))
    assert keys() == []


def test_an_act_in_two_steps_is_told_once(cast, told):
    sending = actions.Sending("post")
    notice = actions.ask_clarification(
        case=told, items="写明年份", days=5, sending=sending, by=cast.clerk, now=at("2026-11-04")
    )
    cases.arrives(cast, notice.services.get(), "2026-11-05")
    assert keys() == [f"{told.pk}:correction_wanted:1:{way}" for way in ("mail", "sms")]


def test_an_act_that_is_rolled_back_tells_nobody(cast, told):
    with pytest.raises(Exception, match="前告知补正"):
        cases.clarified(cast, told, "2027-01-05")
    assert keys() == []


def test_the_address_is_read_once_and_by_the_system(cast, told, monkeypatch):
    cases.clarified(cast, told)
    monkeypatch.setattr(sms, "_write", lambda *said: (_ for _ in ()).throw(sms.NotSent("满了")))
    assert go() == 1
    monkeypatch.undo()
    assert go(hour=11) == 1
    assert reads() == 2  # one of the mail, one of the text message
    assert set(Entry.objects.filter(actor_name="系统", object_id=str(told.pk)).values_list("reason", flat=True)) == {"告知申请人进展：补正告知"}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_between_sending_and_marking_leaves_one_message(cast, told, folder, monkeypatch):  # fmt: skip
    Telling.objects.all().delete()
    told.applicant.tell_by_mail = False
    told.applicant.save()
    cases.clarified(cast, told)
    real = sms.send
    monkeypatch.setattr(sms, "send", lambda **said: (real(**said), die()))
    with pytest.raises(Killed):
        go()
    monkeypatch.undo()
    assert deliver_due(at("2026-11-05", 10) + LEASE, kind=KIND) == 1
    assert (len(texts(folder)), reads()) == (1, 1)
    assert Telling.objects.get().sent_at


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_after_our_mark_sends_no_second_one(cast, told, monkeypatch):
    cases.clarified(cast, told)
    from gongkai.common.outbox import delivery

    monkeypatch.setattr(delivery, "finish", die)
    with pytest.raises(Killed):
        go()
    monkeypatch.undo()
    deliver_due(at("2026-11-05", 10) + LEASE, kind=KIND)
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_a_gateway_that_knows_no_repetition_is_not_asked_twice(cast, told, settings, monkeypatch):
    settings.SMS = {"to": "gateway", "body": {"to": "{phone}", "say": "{text}"}, "headers": {}}
    asked = []
    monkeypatch.setattr(sms, "send", lambda **said: (asked.append(said), die()))
    cases.clarified(cast, told)
    with pytest.raises(Killed):
        go()
    deliver_due(at("2026-11-05", 10) + LEASE, kind=KIND)
    assert len(asked) == 1
    assert "不知道是否发出" in dead().get().last_error


def test_destroyed_data_are_told_to_nobody_and_the_dead_letter_says_so(cast, told, folder):
    case = cases.answered(cast, told)
    cases.arrives(cast, case.services.get(), "2026-11-18")
    actions.archive(case=case, by=cast.clerk, now=at("2026-11-18"))
    actions.erase_applicant(case=case, reason="期满", by=cast.signer, now=at("2026-11-18"))
    assert go("2026-11-18") == 0
    assert (texts(folder), mail.outbox) == ([], [])
    assert {message.last_error for message in dead()} == {"申请人的联系方式已经销毁或者改动，没有发送"}  # fmt: skip


def test_a_destroyed_key_alone_stops_the_message_too(cast, told):
    from gongkai.audit.models import SubjectKey

    cases.clarified(cast, told)
    SubjectKey.objects.update(wrapped="", erased_at=at("2026-11-05"))
    go()
    assert {message.last_error for message in dead()} == {"申请人的个人信息已经销毁，没有发送"}


def test_applicants_are_reminded_in_the_morning_two_working_days_before(cast, told, folder):
    cases.clarified(cast, told)  # until Thursday 12
    go()
    counts = [letting_know.remind(now=at(f"2026-11-{day}", 1)) for day in ("09", "10", "11")]
    assert counts == [0, 1, 1]
    assert go("2026-11-10", 8) == 0
    assert go("2026-11-10", 9) == 2
    assert [text for text in texts(folder) if "还在等您补正，最迟2026年11月12日" in text]
    assert len(keys()) == 4


def test_a_reminder_that_was_overtaken_is_not_sent(cast, told):
    cases.clarified(cast, told)
    go()
    letting_know.remind(now=at("2026-11-10", 1))
    cases.corrects(cast, told, "2026-11-10")
    assert go("2026-11-10", 9) == 0
    assert {message.last_error for message in dead()} == {"申请人已经办了，或者这一件已经办结，没有再提醒"}  # fmt: skip


def test_who_has_a_query_code_is_told_where_to_look_but_never_the_code(cast, folder):
    SiteIdentity.objects.create(agency=cast.town, main=True, name="青石镇", sponsor="青石镇", domain="www.qingshi.gov.cn")  # fmt: skip
    contact = {"phone": "13912345678", "tell_by_sms": "on"}
    case, secret = sent_in(cast.town, at("2026-11-02"), contact=contact, way={"route": "collect"})
    actions.confirm_receipt(
        case=case,
        confirmed_on=at("2026-11-03").date(),
        how="电话",
        by=cast.clerk,
        now=at("2026-11-03"),
    )
    go("2026-11-03")
    (text,) = texts(folder)
    assert "已经确认收到，开始办理。请凭编号和查询码，在网站 www.qingshi.gov.cn “依申请公开" in text
    assert secret not in text


@pytest.mark.parametrize("row", NEWS, ids=lambda row: row.key)
def test_an_occasion_is_brought_about_by_moves_or_by_waiting(row):
    assert bool(row.moves) != bool(row.waits)
    assert (row.left is None) == (row.waits is None)
    assert len(row.words) <= 30
