"""Compares what the text states with the cells, and says so with the sentence quoted."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.annual_report.findings import Finder, Finding, Severity, plain
from gongkai.law.annual_report.ledger import Ledger, Number
from gongkai.law.annual_report.narrative.claims import Claim, claims
from gongkai.law.annual_report.narrative.fees import processing_fees
from gongkai.law.annual_report.narrative.parts import check_parts
from gongkai.law.annual_report.narrative.scope import scope_words
from gongkai.law.annual_report.narrative.sentences import sentences
from gongkai.law.annual_report.narrative.years import check_years, misdated

_QUOTED = 120


def check_narrative(here: Ledger, last_year: Ledger | None = None) -> list[Finding]:
    """Every finding that rests on the wording of a sentence."""
    report = here.report
    said = list(sentences(report.chapters))
    stated = [claim for sentence in said for claim in claims(sentence, report.year)]
    findings = _Comparison(here, last_year).findings(stated)
    for sentence in said:
        findings += [*check_parts(report, sentence), *check_years(report, sentence), *processing_fees(here, sentence)]
    return findings


@dataclass(frozen=True, slots=True)
class _Comparison:
    here: Ledger
    last_year: Ledger | None

    def findings(self, stated: list[Claim]) -> list[Finding]:
        """Claims that differ; those of another scope only where no other sentence states the table's figure."""
        agreed = {claim.statement.amount.where for claim in stated if self._of_this_year(claim) and self._agrees(claim, self.here)}
        found: list[Finding] = []
        for claim in stated:
            if not self._of_this_year(claim):
                found += [*misdated(self.here.report, claim), *self._other_year(claim)]
            elif not self._agrees(claim, self.here):
                found.extend(self._differs(claim, agreed=claim.statement.amount.where in agreed))
        return found

    def _of_this_year(self, claim: Claim) -> bool:
        return claim.year is None or self.here.report.year is None or claim.year == self.here.report.year

    def _agrees(self, claim: Claim, ledger: Ledger) -> bool:
        """Whether the number is that of the cells, or of any other sum that the words are used for."""
        statement = claim.statement
        also = statement.also
        if statement.also_if and not statement.also_if.search(claim.sentence.plain):
            also = ()
        sums = [amount.in_report(ledger) for amount in (statement.amount, *also)]
        return sums[0] is None or any(figure is not None and claim.number.agrees_with(figure) for figure in sums)

    def _differs(self, claim: Claim, *, agreed: bool) -> Iterator[Finding]:
        figure = claim.statement.amount.in_report(self.here)
        scope = scope_words(self.here.report, claim.sentence.plain, claim.end)
        if figure is None or (scope and agreed):
            return
        message = f"正文写“{claim.words}”，{claim.statement.amount.title}是 {plain(figure)}"
        if scope:
            message += f"；正文说的是“{scope}”，与表的统计范围不同，不作为差错，宜在正文写明范围"
        else:
            message += f"，相差 {plain(_gap(claim.number.side, figure))}"
        yield self._finding(claim, figure, "note" if scope else "warning", message)

    def _other_year(self, claim: Claim) -> Iterator[Finding]:
        """A number of last year is held against last year's report, if that is at hand."""
        report = self.here.report
        if self.last_year is None or report.year is None or claim.year != report.year - 1 or self._agrees(claim, self.last_year):
            return
        figure = claim.statement.amount.in_report(self.last_year)
        if figure is not None and not scope_words(report, claim.sentence.plain, claim.end):
            message = f"正文写 {claim.year} 年“{claim.words}”，上年年报的{claim.statement.amount.title}是 {plain(figure)}"
            yield self._finding(claim, figure, "note", message)

    def _finding(self, claim: Claim, figure: Number, severity: Severity, message: str) -> Finding:
        statement = claim.statement
        return Finder(self.here.report).finding(
            "narrative", statement.amount.where, severity, f"{message}。原句：{shortened(claim.sentence.quote, claim.words)}",
            evidence=claim.sentence.quote, cite=statement.cite, left=claim.number.side, right=figure,
            cells=statement.amount.cells_in(self.here),
        )


def _gap(one: Number, other: Number) -> Number:
    return one - other if one > other else other - one


def shortened(quote: str, words: str) -> str:
    """The sentence, or where it is very long the part around the words."""
    if len(quote) <= _QUOTED:
        return f"“{quote}”"
    place = max(quote.find(words[:4]), 0)
    start, end = max(place - _QUOTED // 2, 0), place + _QUOTED // 2
    return f"“{'…' if start else ''}{quote[start:end]}{'…' if end < len(quote) else ''}”"
