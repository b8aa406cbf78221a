"""Drafts: sealed by their link, kept for the organ's days, swept with their files."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.casework.actions import set_rules
from gongkai.casework.actions.online import begin_draft, keep_draft_file, save_draft, sweep_drafts
from gongkai.casework.models import DraftFile, RequestDraft
from gongkai.casework.models.rules import DRAFT_DAYS, NUMBER_PATTERN
from gongkai.casework.online import APPLICANT, code_of, fields_of, find_draft, new_secret
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.common.vault import CannotOpen
from gongkai.files.actions import receive_from_public
from gongkai.files.models import StoredFile
from tests.casework.cases import RECEIVED, at
from tests.website.applications import picture, sent_in

NOW = at(RECEIVED)


@pytest.fixture
def draft(cast):
    """A draft of today with its secret."""
    secret = begin_draft(agency=cast.town, now=NOW)
    return find_draft(cast.town, secret, law_day(NOW)), secret


def with_scan(draft: RequestDraft) -> StoredFile:
    given = SimpleUploadedFile("x.jpg", picture())
    stored = receive_from_public(
        agency=draft.agency, upload=given, title="身份证明", permit=APPLICANT, now=NOW
    )
    keep_draft_file(draft=draft, stored=stored, use="identity")
    return stored


def test_only_the_secret_opens_a_draft(draft):
    row, secret = draft
    kept = save_draft(draft=row, secret=secret, step="who", fields={"name": "李申请人"}, now=NOW)
    assert fields_of(kept, secret) == {"who": {"name": "李申请人"}}
    with pytest.raises(CannotOpen):
        fields_of(kept, new_secret())


def test_a_draft_ends_after_the_days_of_its_organ(cast, draft):
    row, secret = draft
    last = law_day(NOW) + timedelta(days=DRAFT_DAYS)
    assert find_draft(cast.town, secret, last)
    assert find_draft(cast.town, secret, last + timedelta(days=1)) is None
    sweep_drafts(now=NOW + timedelta(days=DRAFT_DAYS))
    assert RequestDraft.objects.filter(pk=row.pk).exists()
    sweep_drafts(now=NOW + timedelta(days=DRAFT_DAYS + 1))
    assert not RequestDraft.objects.filter(pk=row.pk).exists()


def rules(cast, days: int):
    return set_rules(
        agency=cast.town, number_pattern=NUMBER_PATTERN, reminder_days=[], remedies_counted="alive",
        draft_days=days, seen_version=None, by=cast.administrator, now=NOW,
    )  # fmt: skip


def test_the_organ_sets_the_days(cast):
    rules(cast, 3)
    secret = begin_draft(agency=cast.town, now=NOW)
    assert find_draft(cast.town, secret, law_day(NOW) + timedelta(days=3))
    assert find_draft(cast.town, secret, law_day(NOW) + timedelta(days=4)) is None


@pytest.mark.parametrize("days", [0, 91])
def test_days_beyond_reason_are_refused(cast, days):
    with pytest.raises(Refusal):
        rules(cast, days)


def test_files_of_a_draft_go_with_it_and_an_earlier_one_with_its_replacement(draft):
    first, second = with_scan(draft[0]), with_scan(draft[0])
    assert list(StoredFile.objects.values_list("pk", flat=True)) == [second.pk]
    assert first.pk != second.pk
    sweep_drafts(now=NOW + timedelta(days=DRAFT_DAYS + 1))
    assert not StoredFile.objects.exists()
    assert not DraftFile.objects.exists()


def test_what_was_sent_in_is_not_changed_any_more(cast):
    case, secret = sent_in(cast.town, NOW)
    row = find_draft(cast.town, secret, law_day(NOW))
    with pytest.raises(Refusal):
        save_draft(draft=row, secret=secret, step="who", fields={}, now=NOW)
    sweep_drafts(now=NOW + timedelta(days=2))
    assert not RequestDraft.objects.exists()
    assert case.code.index != code_of(secret)


def test_codes_are_24_digits_in_groups_and_differ(cast):
    codes = {code_of(new_secret()) for _ in range(50)}
    assert len(codes) == 50
    assert all(len(code) == 29 and code.replace(" ", "").isdigit() for code in codes)
