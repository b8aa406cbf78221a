"""A report with a broken balance goes as far as the signature: each page on the way says so, by which rule, and leads to the cell."""

import re
from decimal import Decimal
from typing import get_args

import pytest

from gongkai.annual_reports.actions import sign
from gongkai.annual_reports.editing.panel import FILLED, RULES
from gongkai.common.refusals import Refusal
from gongkai.law.annual_report import check
from gongkai.law.annual_report.findings import Rule
from tests.annual_reports.pages.editing import url
from tests.annual_reports.stories import NOW, drafted, flawless, reviewed, submitted
from tests.law.annual_report.reports import with_figures

pytestmark = pytest.mark.django_db

CELL = "requests.granted.natural_person"
FIELD = "#f-requests-granted-total"
STEPS = {
    "submit": (drafted, "clerk", "可以送复核，但改平以前不能签发", "edit"),
    "review": (submitted, "reviewer", "通过以后，签发人也不能签发", "report"),
    "sign": (reviewed, "signer", "不能签发", None),
}


def opened(client, cast, step, figures) -> str:
    """The page of the step for whoever takes it."""
    state, who, _, _ = STEPS[step]
    client.force_login(getattr(cast, who))
    report = state(cast, with_figures(flawless(), figures))
    return client.get(url(step, report)).content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_the_page_of_a_step_names_the_broken_rule_and_leads_to_the_cell(client, cast, step):
    page = opened(client, cast, step, {CELL: 2})
    band = re.search(r'<div class="band band--\w+" role="alert">.*?</div>', page, re.DOTALL).group()
    _, _, words, at = STEPS[step]
    assert words in band
    assert f"规则：{RULES['row_sum']}（" in band
    assert f"{FIELD}" in band
    assert at is None or re.search(rf'href="[^"]*/{"edit/" if at == "edit" else ""}{FIELD}"', band)


@pytest.mark.parametrize("step", STEPS)
def test_a_report_that_balances_is_not_warned_of(client, cast, step):
    page = opened(client, cast, step, {})
    assert 'role="alert"' not in page
    assert 'button--primary" type="submit"' in page


def test_a_cell_with_words_for_a_number_bars_the_signature(client, cast):
    value = with_figures(flawless(), {CELL: None}, reason="unreadable", raw="三")
    report = reviewed(cast, value)
    client.force_login(cast.signer)
    page = client.get(url("sign", report)).content.decode()
    assert f'没有数字</a><br><span class="soft">规则：{FILLED}' in page
    assert 'type="submit">签发' not in page
    with pytest.raises(Refusal, match="还有1格没有数字，不能签发"):
        sign(report=report, by=cast.signer, now=NOW)


def test_every_rule_that_bars_a_signature_has_words():
    broken = {CELL: -2, "proactive.permits": Decimal("0.5"), "remedies.litigation_direct.total": 4}
    broken |= {"requests.carried_in.total": 7, "requests.concluded.enterprise": 5}
    found = check(with_figures(flawless(), broken), with_figures(flawless(2023), {}))
    barred = {one.rule for one in found if one.severity == "error"}
    assert barred == set(RULES) - {"field", "to_write"} <= set(get_args(Rule))
