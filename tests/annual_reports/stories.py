"""Reports in every state for tests: the same steps that officers take, shortened."""

from dataclasses import replace
from datetime import UTC, datetime

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import findings
from gongkai.law.annual_report import AnnualReport
from tests.law.annual_report.reports import one_request

NOW = datetime(2025, 1, 10, 2, 0, tzinfo=UTC)


def flawless(year: int = 2024) -> AnnualReport:
    """Three requests, all granted; every balance holds."""
    organ = "青石镇人民政府"
    report = one_request()
    return replace(report, organ=organ, year=year, title=f"{organ}{year}年政府信息公开工作年度报告")


def drafted(cast, value: AnnualReport | None = None, year: int = 2024) -> Report:
    """A draft with figures in it."""
    report = actions.start(agency=cast.town, year=year, by=cast.clerk, now=NOW)
    return actions.save(
        report=report,
        seen_version=report.version,
        value=value or flawless(year),
        by=cast.clerk,
        now=NOW,
    )


def submitted(cast, value: AnnualReport | None = None, year: int = 2024) -> Report:
    """A report that waits for its review."""
    return actions.submit(report=drafted(cast, value, year), by=cast.clerk, now=NOW)


def reviewed(cast, value: AnnualReport | None = None, year: int = 2024) -> Report:
    """A report that waits for its signature."""
    return actions.review(report=submitted(cast, value, year), by=cast.reviewer, now=NOW)


def warnings_of(report: Report) -> list[str]:
    """The fingerprints that the signer has to acknowledge."""
    return [one.fingerprint for one in findings(report) if one.severity == "warning"]


def signed(cast, value: AnnualReport | None = None, year: int = 2024) -> Report:
    """A signed report, not published yet."""
    report = reviewed(cast, value, year)
    return sign(cast, report)


def sign(cast, report: Report) -> Report:
    """Sign, letting every warning stand."""
    return actions.sign(report=report, by=cast.signer, now=NOW, acknowledged=warnings_of(report))


def published(cast, value: AnnualReport | None = None, year: int = 2024) -> Report:
    """A report that is public, once the outbox has been emptied."""
    return actions.publish(report=signed(cast, value, year), by=cast.signer, now=NOW)


def resigned(cast, report: Report) -> Report:
    """A correction sent up, reviewed and signed."""
    actions.submit(report=report, by=cast.clerk, now=NOW)
    return sign(cast, actions.review(report=report, by=cast.reviewer, now=NOW))


def in_correction(cast) -> Report:
    """A published report that is being corrected."""
    return actions.begin_correction(report=published(cast), note="漏计", by=cast.clerk, now=NOW)
