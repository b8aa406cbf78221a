"""What holds for every test: nothing is skipped silently.

With ``GONGKAI_REQUIRE_ALL=1`` (as CI sets it) a test that would be skipped fails instead; only the real reports, which are
never copied into the project, may be absent, and what only PostgreSQL can show waits for ``make test-postgres``.
"""

import os
import sys
from collections.abc import Generator

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import settings as examples

from tests.browser import browser, complaints, live_server, page, phone, shoot
from tests.people import cast
from tests.pristine import django_db_setup, migrated, migrations_kept, no_witnesses_left

__all__ = [
    "browser",
    "cast",
    "complaints",
    "django_db_setup",
    "live_server",
    "migrated",
    "migrations_kept",
    "no_witnesses_left",
    "page",
    "phone",
    "shoot",
]

REQUIRE_ALL = os.environ.get("GONGKAI_REQUIRE_ALL") == "1"
MAY_BE_SKIPPED = ("needs_reports", "needs_postgresql")


# Where a change is judged, property-based tests try the same examples every time; elsewhere they go on exploring.
# No deadlines: a busy machine is no fault of the program.
examples.register_profile("explored", deadline=None)
examples.register_profile("judged", derandomize=True, deadline=None, max_examples=50)
examples.load_profile("judged" if REQUIRE_ALL else "explored")


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """Pages that another test drew, and what it put into the index of the search, are not this test's."""
    kept = sys.modules.get("gongkai.website.kept")
    if kept:
        kept.SHELF.clear()
        sys.modules["gongkai.website.site"].SITES.clear()
    (settings.HOME / "search" / "current").unlink(missing_ok=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shots", metavar="FOLDER", help="browser tests write pictures of pages here")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("needs_postgresql") and connection.vendor != "postgresql":
        pytest.skip("需要 PostgreSQL：make test-postgres")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if (
        REQUIRE_ALL
        and report.skipped
        and not hasattr(report, "wasxfail")
        and not any(item.get_closest_marker(marker) for marker in MAY_BE_SKIPPED)
    ):
        report.outcome = "failed"
        report.longrepr = f"GONGKAI_REQUIRE_ALL=1, but this was skipped: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = len(terminalreporter.stats.get("skipped", []))
    terminalreporter.write_line(
        f"跳过 {skipped} 项（原因见上；GONGKAI_REQUIRE_ALL=1 时缺什么都算失败）"
    )
