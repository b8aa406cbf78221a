"""Registration by every channel, the day of art. 31 and its correction, and what is kept of the applicant."""

from datetime import date

import pytest
from django.db import connection

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.incoming import Dates
from gongkai.casework.models import Case, CaseNumber
from gongkai.casework.sealing import identity_index
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.law.citation import Cite
from tests.casework.cases import RECEIVED, again, asked, at, li, registered

NEXT = date(2026, 11, 3)


def test_a_request_at_the_counter_is_in_work_with_its_number_and_last_day(cast):
    case = registered(cast)
    assert (str(case), case.state, case.received_on) == ("依申请〔2026〕1号", "in_work", RECEIVED)
    assert case.due_on == date(2026, 11, 30)
    assert registered(cast).number.serial == 2


@pytest.mark.parametrize(
    ("channel", "dates", "received"),
    [
        ("signed_post", Dates(submitted=date(2026, 10, 30), signed=RECEIVED), RECEIVED),
        ("ordinary_post", Dates(arrived=RECEIVED, confirmed=NEXT), NEXT),
        ("internet", Dates(submitted=RECEIVED, arrived=RECEIVED), None),
        ("fax", Dates(arrived=RECEIVED, confirmed=RECEIVED), RECEIVED),
    ],
)
def test_each_channel_has_its_day_of_receipt(cast, channel, dates, received):
    request = asked(channel=channel, dates=dates)
    case = actions.register(agency=cast.town, request=request, by=cast.clerk, now=at("2026-11-04"))
    assert (case.received_on, case.state) == (received, "in_work" if received else "arrived")


def test_a_request_by_internet_runs_from_the_day_both_confirmed(cast):
    case = registered(cast, channel="internet")
    assert case.due_on is None
    actions.confirm_receipt(
        case=case, confirmed_on=NEXT, how="电话", by=cast.clerk, now=at("2026-11-04")
    )
    case = again(case)
    assert (case.state, case.received_on, case.due_on) == ("in_work", NEXT, date(2026, 12, 1))
    assert case.receipts.count() == 2


@pytest.mark.parametrize(
    ("changes", "cite"),
    [
        ({"who": li(name=" ")}, Cite("条例", 29, 2, 1)),
        ({"who": li(phone="", address="")}, Cite("条例", 29, 2, 1)),
        ({"who": li(kind="alien")}, Cite("条例", 29, 2, 1)),
        ({"title": " "}, Cite("条例", 29, 2, 2)),
        ({"channel": "pigeon"}, Cite("条例", 31)),
        ({"wanted_form": "papyrus"}, Cite("条例", 29, 2, 3)),
        ({"dates": Dates(submitted=date(2026, 11, 9))}, Cite("条例", 45)),
        ({"channel": "fax", "dates": Dates(arrived=NEXT, confirmed=RECEIVED)}, Cite("条例", 31)),
        ({"channel": "internet", "dates": Dates()}, Cite("条例", 31, None, 3)),
    ],
)
def test_what_art_29_and_31_ask_for_is_asked_for_with_the_article(cast, changes, cite):
    with pytest.raises(Refusal) as refusal:
        request = asked(**changes)
        actions.register(agency=cast.town, request=request, by=cast.clerk, now=at("2026-11-04"))
    assert refusal.value.cite == cite
    assert not Case.objects.exists()
    assert not CaseNumber.objects.exists()


@pytest.mark.parametrize(
    "who", ["reviewer", "signer", "administrator", "reader", "supervisor", "stranger", "nobody"]
)
def test_only_a_clerk_of_the_organ_registers(cast, who):
    with pytest.raises(NotAllowed):
        actions.register(agency=cast.town, request=asked(), by=getattr(cast, who), now=at(RECEIVED))


def everything_kept() -> str:
    """All rows of all our tables, as text."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if "_" in name]
        rows = []
        for name in tables:
            cursor.execute(f'SELECT * FROM "{name}"')
            rows += [*cursor.fetchall()]
    return str(rows)


def test_who_asks_stands_nowhere_in_clear(cast):
    agent = {"agent_name": "代理人甲", "agent_identity_number": "320000198001014321"}
    case = registered(cast, who=li(mail="li@example.test", **agent))
    kept = everything_kept()
    secrets = (
        "李申请人",
        "320000199001011234",
        "13912345678",
        "青石镇东街1号",
        "li@example.test",
        *agent.values(),
    )
    assert [word for word in secrets if word in kept] == []
    assert case.masked_name == "李***"


def test_the_data_are_read_by_an_act_that_is_journaled(cast):
    case = registered(cast)
    read = actions.read_applicant(case=case, by=cast.clerk, now=at(NEXT))
    assert (read["name"], read["identity_number"]) == ("李申请人", "320000199001011234")
    assert Entry.objects.filter(act="audit.read_personal", object_id=str(case.pk)).count() == 1
    with pytest.raises(NotAllowed):
        actions.read_applicant(case=case, by=cast.reader, now=at(NEXT))


def test_one_applicant_is_known_again_however_the_number_is_written_and_at_one_organ_only(cast):
    first = registered(cast, who=li(identity_number="32000019900101123x"))
    second = registered(
        cast, who=li(name="李 申请人", identity_number="３２０００ 019900101123X", phone="1")
    )
    assert first.identity_index == second.identity_index
    assert identity_index(cast.county, "32000019900101123x") != first.identity_index


def test_an_organization_is_shown_by_its_name(cast):
    who = li(kind="legal_service", name="青石律师事务所", identity_type="credit_code")
    assert registered(cast, who=who).masked_name == "青石律师事务所"


def test_the_day_of_receipt_is_corrected_by_another_person_with_a_reason(cast):
    case = registered(cast)
    wrong = {"case": case, "dates": Dates(submitted=NEXT, arrived=NEXT), "now": at("2026-11-05")}
    with pytest.raises(NotAllowed):
        actions.correct_receipt(**wrong, reason="看错章", by=cast.clerk)
    with pytest.raises(Refusal, match="请填写理由"):
        actions.correct_receipt(**wrong, reason=" ", by=cast.signer)
    actions.correct_receipt(**wrong, reason="看错章", by=cast.signer)
    assert again(case).due_on == date(2026, 12, 1)
    entry = Entry.objects.get(act="casework.correct_receipt")
    assert (entry.before["received_on"], entry.after["received_on"]) == ("2026-11-02", "2026-11-03")


def test_whoever_registered_does_not_correct_their_own_entry(cast):
    cast.clerk.posts.create(agency=cast.town, role="signer", since=cast.town.since)
    case = registered(cast)
    with pytest.raises(Refusal, match="不能自己办理") as refusal:
        actions.correct_receipt(
            case=case,
            dates=Dates(submitted=NEXT),
            reason="看错",
            by=cast.clerk,
            now=at("2026-11-05"),
        )
    assert refusal.value.cite == Cite("条例", 31)


def test_an_oral_request_is_one_at_the_counter(cast):
    assert registered(cast, oral=True).oral
    assert not registered(cast, oral=True, channel="internet").oral
