"""信息处理费 of chapter six, in 元, against the fees of 表二, in 万元: only a plain contradiction is noted."""

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.law.annual_report.findings import Finder, Finding, plain
from gongkai.law.annual_report.ledger import Ledger
from gongkai.law.annual_report.narrative.amounts import FEES
from gongkai.law.annual_report.narrative.numerals import NUMBER, read_number
from gongkai.law.annual_report.narrative.sentences import Sentence
from gongkai.law.annual_report.narrative.wording import UNITS_OF_MONEY
from gongkai.law.citation import Cite

_CHARGED = re.compile(
    rf"(?:收取|收缴|收到|实收|收)(?:了|的)?(?:政府)?(?:信息公开)?信息处理费(?:共计|合计|总计|共|为|金额|总额|：){{0,3}}(?P<n>{NUMBER})(?P<u>亿元|万元|元)(?!/)"
)


def processing_fees(here: Ledger, sentence: Sentence) -> Iterator[Finding]:
    """A note where more 信息处理费 was taken than all administrative fees of 表二, of which it is one."""
    all_fees = FEES.in_report(here)
    charged = _CHARGED.search(sentence.plain)
    number = read_number(charged.group("n")) if charged else None
    if all_fees is None or charged is None or number is None:
        return
    amount = number.times(UNITS_OF_MONEY[charged.group("u")]).value
    if amount <= Decimal(all_fees):
        return
    yield Finder(here.report).finding(
        "narrative", FEES.where, "note",
        f"正文写“{charged.group()}”，合 {plain(amount)} 万元，多于{FEES.title}的 {plain(all_fees)}；信息处理费属于行政事业性收费，请核对是否计入表二。原句：“{sentence.quote}”",
        evidence=sentence.quote, cite=Cite("信息处理费办法", 1), left=amount, right=all_fees, cells=FEES.keys,
    )
