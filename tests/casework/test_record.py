"""What the database itself refuses: changed events, a reply signed by its writer, two clarifications; and what erasing leaves."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, transaction
from django.urls import reverse

from gongkai.audit.models import Entry
from gongkai.audit.verify import verify
from gongkai.casework import actions
from gongkai.casework.models import (
    Case,
    CaseEvent,
    CaseNotice,
    CaseNumber,
    Decision,
    Receipt,
    Service,
)
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.files.actions import receive
from tests.casework.cases import (
    again,
    answered,
    arrives,
    at,
    clarified,
    consulted,
    corrects,
    extended,
    on,
    registered,
    signed,
)
from tests.publishing.items import draft, published


def refused(change) -> None:
    """The database does not let it happen."""
    with pytest.raises(Error), transaction.atomic():
        change()


def test_what_happened_is_never_changed_or_deleted(cast):
    clarified(cast, registered(cast))
    for rows in (CaseEvent.objects.all(), Receipt.objects.all()):
        assert rows.exists()
        refused(lambda rows=rows: rows.update(by_name="别人"))
        refused(lambda rows=rows: rows._raw_delete(rows.db))


CASES, REPLIES = Case.objects, Decision.objects
FALSE = (
    lambda signer: REPLIES.update(submitted_by_id=signer),
    lambda _: REPLIES.update(sha256=""),
    lambda _: REPLIES.update(state="served", served_on=date(2026, 11, 1)),
    lambda _: CaseNotice.objects.update(approved_by_id=None),
    lambda signer: CaseNotice.objects.update(proposed_by_id=signer),
    lambda _: CASES.update(state="unheard"),
    lambda _: CASES.update(received_on=None),
    lambda _: CASES.update(state="replied"),
    lambda _: CASES.update(lapses_on=date(2026, 12, 1)),
    lambda _: Service.objects.update(decision=None, notice=None),
    lambda _: CaseNumber.objects.update(serial=0),
)


def test_what_must_never_be_false_is_held_by_the_database(cast):
    case = extended(cast, registered(cast))
    signed(cast, case, "2026-11-24")
    for change in FALSE:
        refused(lambda change=change: change(cast.signer.pk))


def test_two_clarifications_cannot_stand(cast):
    case = clarified(cast, registered(cast))
    notice = case.notices.get()
    notice.pk = None
    refused(notice.save)


def test_after_erasing_nobody_reads_who_asked_and_the_journal_still_verifies(cast):
    case = registered(cast)
    consulted(cast, case)
    case = answered(cast, case, "2026-11-30")
    with pytest.raises(Refusal, match="归档以后"):
        actions.erase_applicant(case=case, reason="期满", **on(cast.signer, "2027-06-01"))
    arrives(cast, case.services.get(), "2026-12-01")
    actions.archive(case=again(case), **on(cast.clerk, "2026-12-02"))
    actions.erase_applicant(case=case, reason="期满", **on(cast.signer, "2027-06-01"))
    case = again(case)
    assert (case.masked_name, case.identity_index, case.applicant.sealed) == ("", "", {})
    assert case.consultations.get().sealed == {}
    assert verify().whole
    with pytest.raises(Refusal, match="已按规定销毁"):
        actions.read_applicant(case=case, **on(cast.signer, "2027-06-02"))


def test_erasing_destroys_the_papers_of_people_and_keeps_the_others(cast):
    case = answered(cast, registered(cast), "2026-11-30")
    identity, search = paper(cast, case), paper(cast, case, "search")
    arrives(cast, case.services.get(), "2026-12-01")
    actions.archive(case=again(case), **on(cast.clerk, "2026-12-02"))
    actions.erase_applicant(case=case, reason="期满", **on(cast.signer, "2027-06-01"))
    for row, gone in ((identity, True), (search, False)):
        row.refresh_from_db()
        row.file.refresh_from_db()
        assert (row.file.destroyed_at is not None, row.title == "（已销毁）") == (gone, gone)
    assert again(case).wanted == "（已销毁）"


def test_papers_are_kept_with_their_use(cast):
    case, upload = registered(cast), SimpleUploadedFile("申请书.txt", "申请".encode())
    paper = receive(
        agency=cast.town, upload=upload, purpose="record", by=cast.clerk, now=at("2026-11-02")
    )
    said = {"case": case, "stored": paper, **on(cast.clerk, "2026-11-02")}
    assert actions.add_paper(use="request", **said).title == "申请书.txt"
    with pytest.raises(Refusal, match="用途"):
        actions.add_paper(use="toy", **said)
    with pytest.raises(NotAllowed):
        actions.add_paper(use="request", **said | {"by": cast.stranger})


def paper(cast, case, use="identity"):
    """A file in the file of a case."""
    given = SimpleUploadedFile("李申请人身份证.txt", b"320000199001011234")
    stored = receive(
        agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=at("2026-11-02")
    )
    return actions.add_paper(
        case=again(case), stored=stored, use=use, **on(cast.clerk, "2026-11-02")
    )


def test_a_paper_of_people_is_read_by_whom_the_matrix_names_and_the_journal_says_so(cast):
    case = registered(cast)
    identity, search = paper(cast, case), paper(cast, case, "search")
    assert b"32000019" in actions.read_paper(paper=identity, **on(cast.clerk, "2026-11-03"))
    assert actions.read_paper(paper=search, **on(cast.reader, "2026-11-03"))
    with pytest.raises(NotAllowed):
        actions.read_paper(paper=identity, **on(cast.reader, "2026-11-03"))
    assert Entry.objects.filter(act="casework.read_paper").count() == 2


def test_whoever_keeps_away_from_a_case_reads_none_of_its_papers(cast):
    identity = paper(cast, case := registered(cast))
    said = {"person": cast.clerk, "part": "barred", "reason": "亲属"}
    actions.admit(case=again(case), **said, **on(cast.signer, "2026-11-03"))
    with pytest.raises(NotAllowed, match="回避"):
        actions.read_paper(paper=identity, **on(cast.clerk, "2026-11-04"))


def test_the_page_of_a_paper_answers_whom_it_may(cast, client):
    url = reverse("casework:paper", kwargs={"pk": paper(cast, registered(cast)).pk})
    answers = []
    for person in (cast.clerk, cast.signer, cast.reader, cast.stranger):
        client.force_login(person)
        answers.append(client.get(url).status_code)
    assert answers == [200, 200, 403, 404]


def test_what_people_asked_for_stands_in_the_journal_sealed(cast):
    case = clarified(cast, registered(cast, title="李申请人的宅基地批复"))
    corrects(cast, case, "2026-11-09", title="李申请人2019年的宅基地批复", wanted="李申请人全文")
    assert "李申请人" not in str(Entry.objects.values())


def test_a_case_is_tied_to_what_is_public(cast):
    case = registered(cast)
    said = {"case": case, "kind": "answers", **on(cast.clerk, "2026-11-02")}
    assert actions.tie_item(item=published(cast), **said).get_kind_display() == "已经公开，可以答复"
    with pytest.raises(Refusal, match="没有公开"):
        actions.tie_item(item=draft(cast), **said)


@pytest.mark.parametrize(
    "pattern",
    [
        "{serial}",
        "{year}",
        "{year}{serial:05}",
        "{year}{serial}{x}",
        "{year}{serial",
        "字" * 80 + "{year}{serial}",
    ],
)
def test_a_pattern_of_numbers_that_would_not_do_is_refused(cast, pattern):
    with pytest.raises(Refusal):
        actions.set_rules(
            agency=cast.town, number_pattern=pattern, reminder_days=[], remedies_counted="alive", seen_version=None,
            **on(cast.administrator, "2026-01-05"),
        )  # fmt: skip


def test_numbers_are_written_as_the_organ_wants_and_begin_anew_each_year(cast):
    actions.set_rules(
        agency=cast.town, number_pattern="{organ}公开〔{year}〕{serial}号", reminder_days=[5, 2], remedies_counted="alive",
        seen_version=None, **on(cast.administrator, "2026-01-05"),
    )  # fmt: skip
    numbers = [
        str(registered(cast, day))
        for day in (date(2026, 11, 2), date(2026, 11, 3), date(2027, 1, 5))
    ]
    assert numbers == [
        f"青石镇人民政府公开〔{year}〕{serial}号"
        for year, serial in ((2026, 1), (2026, 2), (2027, 1))
    ]
