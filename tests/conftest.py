"""What holds for every test: nothing is skipped silently.

With ``GONGKAI_REQUIRE_ALL=1`` (as CI sets it) a test that would be skipped fails instead; only the real reports, which are
never copied into the project, may be absent.
"""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.people import cast

__all__ = ["cast"]

REQUIRE_ALL = os.environ.get("GONGKAI_REQUIRE_ALL") == "1"


# Where a change is judged, property-based tests try the same examples every time; elsewhere they go on exploring.
settings.register_profile("judged", derandomize=True)
if REQUIRE_ALL:
    settings.load_profile("judged")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if (
        REQUIRE_ALL
        and report.skipped
        and not hasattr(report, "wasxfail")
        and not item.get_closest_marker("needs_reports")
    ):
        report.outcome = "failed"
        report.longrepr = f"GONGKAI_REQUIRE_ALL=1, but this was skipped: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = len(terminalreporter.stats.get("skipped", []))
    terminalreporter.write_line(
        f"跳过 {skipped} 项（原因见上；GONGKAI_REQUIRE_ALL=1 时缺什么都算失败）"
    )
