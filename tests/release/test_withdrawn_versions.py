"""What was withdrawn because it showed what may not be shown stays away when a corrected text takes its place."""

from dataclasses import replace

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.queries import as_value
from gongkai.common.outbox import deliver_due
from gongkai.release.models import PublicDocument
from tests.annual_reports import stories

SECRET = "申请人张三，电话13900001111"


def with_overview(report, cast, words):
    """The report with another first chapter, saved by the clerk."""
    value = as_value(report)
    value = replace(value, chapters={**value.chapters, "overview": words})
    return actions.save(
        report=report, seen_version=report.version, value=value, by=cast.clerk, now=stories.NOW
    )


@pytest.fixture
def republished(cast):
    """A report withdrawn for a name and a telephone number in it, and published again without them."""
    value = stories.flawless()
    secret = replace(value, chapters={**value.chapters, "overview": SECRET})
    report = stories.published(cast, secret)
    said = {"by": cast.signer, "now": stories.NOW}
    report = actions.withdraw(report=report, reason="有个人信息", public_note="更正中", **said)
    report = actions.begin_correction(
        report=report, note="删去个人信息", by=cast.clerk, now=stories.NOW
    )
    report = stories.resigned(cast, with_overview(report, cast, "没有个人信息"))
    actions.publish(report=report, by=cast.signer, now=stories.NOW)
    deliver_due(stories.NOW)
    return report


def test_the_withdrawn_version_is_nowhere_on_the_site(cast, client, republished):
    site = f"/o/{cast.town.code}/"
    assert client.get(f"{site}reports/2024/").status_code == 200
    assert client.get(f"{site}reports/2024/versions/1/").status_code == 404
    for address in ("", "reports/", "reports/2024/", "reports/2024/report.json", "feed.xml"):
        assert "13900001111" not in client.get(site + address).content.decode("utf-8", "replace")
    assert "13900001111" not in str(PublicDocument.objects.values_list())


def test_a_version_that_was_only_corrected_stays_public(cast, client):
    report = stories.in_correction(cast)
    report = stories.resigned(cast, with_overview(report, cast, "更正后的话"))
    actions.publish(report=report, by=cast.signer, now=stories.NOW)
    deliver_due(stories.NOW)
    assert client.get(f"/o/{cast.town.code}/reports/2024/versions/1/").status_code == 200
