"""Records of every kind for compiled reports of 2024: documents and what departments handed in."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from gongkai.annual_reports import actions
from gongkai.annual_reports.actions import Handed
from gongkai.annual_reports.models import DepartmentReturn, Report
from gongkai.common.clock import LAW_ZONE
from gongkai.publishing.actions import publish, save_draft, submit
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Item
from tests.publishing.items import draft, later, passed

YEAR = 2024
NEW_YEAR = datetime(2025, 1, 5, 9, tzinfo=LAW_ZONE)


def unfinished(cast, title: str = "关于春耕的通知", **facts: object) -> Item:
    """A draft of a normative document made in March, unless said otherwise."""
    said = {"rule_kind": "normative_document", "made_on": date(YEAR, 3, 4), **facts}
    item = draft(cast, title)
    text = replace(text_of(item.draft), facts=Facts(**said))
    return save_draft(
        item=item, seen_version=item.version, text=text, by=cast.clerk, now=later(0.5)
    )


def document(cast, title: str = "关于春耕的通知", **facts: object) -> Item:
    """The same, public."""
    item = submit(item=unfinished(cast, title, **facts), by=cast.clerk, now=later(1))
    item = passed(item, by=cast.reviewer, now=later(2))
    return publish(item=item, by=cast.signer, now=later(3), late_reason="测试")


def handed(line: str = "permits", figure: str = "12", **more: object) -> Handed:
    """Twelve permits in the first half of the year."""
    said = {"first_day": date(YEAR, 1, 1), "last_day": date(YEAR, 6, 30), **more}
    return Handed(line=line, figure=Decimal(figure), **said)


def returned(cast, line: str = "permits", figure: str = "12", **more: object) -> DepartmentReturn:
    """The same, entered by the clerk in the new year."""
    replaces, now = more.pop("replaces", None), more.pop("now", NEW_YEAR)
    given = handed(line, figure, **more)
    return actions.enter_return(
        agency=cast.town, handed=given, by=cast.clerk, now=now, replaces=replaces
    )


def all_returned(cast) -> None:
    """Twelve permits in the whole year, and no power for the rest."""
    whole = {"first_day": date(YEAR, 1, 1), "last_day": date(YEAR, 12, 31)}
    returned(cast, **whole)
    for line in ("penalties", "compulsory_measures", "administrative_fees_wan_yuan"):
        returned(cast, line, "0", no_power=True, **whole)


def compiled_draft(cast) -> Report:
    """A draft that took its figures from the records, in the new year."""
    report = actions.start(agency=cast.town, year=YEAR, by=cast.clerk, now=NEW_YEAR)
    return actions.take_compiled(report=report, by=cast.clerk, now=NEW_YEAR)


def signed(cast, report: Report) -> Report:
    """The draft through review and signature, every warning let stand."""
    from gongkai.annual_reports.queries import findings

    report = actions.submit(report=report, by=cast.clerk, now=NEW_YEAR)
    report = actions.review(report=report, by=cast.reviewer, now=NEW_YEAR)
    read = [one.fingerprint for one in findings(report) if one.severity == "warning"]
    return actions.sign(report=report, by=cast.signer, now=NEW_YEAR, acknowledged=read)
