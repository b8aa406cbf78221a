"""A notice about a report goes to nobody who may not see the report any more; nobody decides on what they had a hand in."""

import pytest

from gongkai.accounts.models import User
from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.common.models import Notice
from gongkai.common.refusals import Refusal
from tests.annual_reports import stories
from tests.annual_reports.stories import NOW

ROLES = ("clerk", "reviewer", "secrecy_reviewer", "signer", "administrator")


@pytest.mark.parametrize("gone", ["left", "moved"])
def test_who_is_no_longer_there_hears_nothing(cast, gone):
    report = stories.signed(cast)
    if gone == "left":
        User.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    else:
        cast.clerk.posts.update(agency=cast.other_town)
    actions.publish(report=Report.objects.get(), by=cast.signer, now=NOW)
    assert report.submitted_by == cast.clerk
    assert not Notice.objects.filter(user_id=cast.clerk.pk).exists()


@pytest.fixture
def everybody(cast):
    """One person with every post of the town and of the county."""
    for agency in (cast.town, cast.county):
        for role in ROLES:
            cast.reader.posts.create(agency=agency, role=role, since=agency.since)
    return User.objects.get(pk=cast.reader.pk)


def rewritten(report, by):
    """The report with another overview by that person."""
    value = stories.flawless()
    value.chapters["overview"] = "一个人写的"
    here = Report.objects.get(pk=report.pk)
    return actions.save(report=here, seen_version=here.version, value=value, by=by, now=NOW)


def wrote(cast, one):
    report = rewritten(stories.drafted(cast), one)
    return actions.submit(report=report, by=cast.clerk, now=NOW)


def sent_it_up(cast, one):
    return actions.submit(report=stories.drafted(cast), by=one, now=NOW)


def wrote_before_it_was_sent_back(cast, one):
    report = actions.submit(report=rewritten(stories.drafted(cast), one), by=one, now=NOW)
    said = [actions.Said("改")]
    report = actions.send_back(report=report, remarks=said, by=cast.reviewer, now=NOW)
    return actions.submit(report=report, by=cast.clerk, now=NOW)


def opened_the_correction(cast, one):
    report = stories.published(cast)
    report = actions.begin_correction(report=report, note="漏计", by=one, now=NOW)
    return actions.submit(report=report, by=cast.clerk, now=NOW)


def wrote_before_the_signature_was_undone(cast, one):
    report = actions.review(report=wrote(cast, one), by=cast.reviewer, now=NOW)
    report = actions.undo_signing(
        report=stories.sign(cast, report), reason="改", by=cast.signer, now=NOW
    )
    return actions.submit(report=report, by=cast.clerk, now=NOW)


@pytest.mark.parametrize(
    "hand",
    [
        wrote,
        sent_it_up,
        wrote_before_it_was_sent_back,
        opened_the_correction,
        wrote_before_the_signature_was_undone,
    ],
    ids=lambda hand: hand.__name__,
)
def test_whoever_had_a_hand_in_it_neither_reviews_nor_signs_it(cast, everybody, hand):
    report = hand(cast, everybody)
    with pytest.raises(Refusal, match="不能由您复核通过"):
        actions.review(report=report, by=everybody, now=NOW)
    actions.review(report=report, by=cast.reviewer, now=NOW)
    report.refresh_from_db()
    with pytest.raises(Refusal, match="不能由您签发"):
        actions.sign(report=report, by=everybody, now=NOW, acknowledged=stories.warnings_of(report))
