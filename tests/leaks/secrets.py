"""A word that nobody outside may read, put into every place of the town where something unpublished can stand."""

from dataclasses import replace

from gongkai.annual_reports import actions as reports
from gongkai.annual_reports.queries import as_value
from gongkai.common.outbox import deliver_due
from gongkai.participation import actions as act_on_comments
from gongkai.publishing.actions import (
    attach,
    drop_revision,
    revise,
    save_draft,
    send_back,
    withdraw,
)
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from tests.annual_reports import stories
from tests.participation import consultations as consulted
from tests.participation.consultations import OPENED
from tests.people import Cast
from tests.publishing.items import NOW, draft, later, published, reviewed, submitted, upload

ASKED = "尚未公开"
SECRET = "尚未公开的暗语"
"""``ASKED`` is looked for; the rest of the word comes back only where it is found."""
TEXT = {"title": SECRET, "body": f"<p>{SECRET}</p>"}


def revised(cast: Cast) -> Item:
    """A public text with a new one in work."""
    item = revise(item=published(cast, title="公开的"), by=cast.clerk, now=later(4))
    text = Text(SECRET, f"<p>{SECRET}</p>", SECRET, SECRET)
    return save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=later(5))


def items(cast: Cast) -> None:
    """Texts in every state that is not public."""
    first = draft(cast, **TEXT)
    attach(item=first, stored=upload(cast, f"{SECRET}.txt", SECRET), by=cast.clerk, now=NOW)
    send_back(item=submitted(cast, **TEXT), remark=SECRET, by=cast.reviewer, now=NOW)
    submitted(cast, **TEXT)
    reviewed(cast, **TEXT)
    revised(cast)
    drop_revision(item=revised(cast), by=cast.clerk, now=later(6))
    withdraw(
        item=published(cast, **TEXT),
        reason=SECRET,
        public_note="更正中",
        by=cast.signer,
        now=later(7),
    )


def annual_reports(cast: Cast) -> None:
    """A report in work, one that was signed and not published, one that is being corrected."""
    value = stories.flawless(2022)
    secret = replace(value, title=SECRET, chapters={**value.chapters, "overview": SECRET})
    stories.drafted(cast, secret, 2022)
    stories.signed(cast, replace(secret, year=2023), 2023)
    report = stories.in_correction(cast)
    changed = replace(as_value(report), chapters=secret.chapters)
    reports.save(
        report=report, seen_version=report.version, value=changed, by=cast.clerk, now=stories.NOW
    )


def consultations(cast: Cast) -> None:
    """A plan that is not public; comments that wait and that are hidden, with who made them; a point and an outcome in work."""
    consulted.planned(cast, **TEXT)
    row = consulted.opened(cast, plan=replace(consulted.PLAN, show_comments=True))
    waits = consulted.commented(row, SECRET, name=SECRET, contact=SECRET)
    hidden = consulted.commented(row, SECRET)
    act_on_comments.hide(comment=hidden, reason="abuse", by=cast.clerk, now=consulted.at(OPENED))
    masked = consulted.commented(row, SECRET)
    act_on_comments.show(comment=masked, words="略", by=cast.clerk, now=consulted.at(OPENED))
    consulted.point(cast, row, waits, hidden, masked, summary=SECRET)
    consulted.participant(cast, consulted.hearing(cast, row, consulted.at(consulted.LAST)))
    act_on_comments.follow_the_days(consulted.at(consulted.AFTER))
    act_on_comments.draft_outcome(
        consultation=consulted.fresh(row), by=cast.clerk, now=consulted.at(consulted.AFTER)
    )


def hide(cast: Cast) -> None:
    """Everything, with what the public may see brought out."""
    items(cast)
    consultations(cast)
    annual_reports(cast)
    deliver_due(later(24 * 400))
