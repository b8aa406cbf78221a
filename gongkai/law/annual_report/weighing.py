"""Puts one balance on the scales: adds both sides, and says in words a clerk can follow what does not fit."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.law.annual_report.balances import Balance, Term
from gongkai.law.annual_report.findings import Finder, Finding, Rule, Severity, plain
from gongkai.law.annual_report.ledger import Ledger, Number

_TABLES = {"proactive": "表二", "requests": "表三", "remedies": "表四"}
_MANY = 6  # with more terms than this only those that are not zero are written out


@dataclass(frozen=True, slots=True)
class Scales:
    """This year's figures and, for balances across years, last year's."""

    here: Ledger
    last_year: Ledger | None = None

    def number(self, term: Term) -> Number | None:
        """The figure of a term with its sign; None if it is not known."""
        ledger = self.last_year if term.last_year else self.here
        figure = ledger.number(term.key) if ledger else None
        return None if figure is None else figure * term.sign

    def unknown(self, balance: Balance) -> tuple[Term, ...]:
        """The terms of a balance whose figure is not known."""
        return tuple(term for term in (*balance.left, *balance.right) if self.number(term) is None)

    def weigh(self, balances: Iterable[Balance], severity: Severity | None = None) -> list[Finding]:
        """A finding for each balance that is broken; where figures are not known, a note that it could not be weighed.

        ``severity`` replaces that of the balances, for comparisons that rest on weaker ground.
        """
        findings: list[Finding] = []
        unweighed: dict[Rule, list[Balance]] = {}
        weighed: set[Rule] = set()
        for balance in balances:
            if self.unknown(balance):
                unweighed.setdefault(balance.rule, []).append(balance)
                continue
            weighed.add(balance.rule)
            findings.extend(self._broken(balance, severity or balance.severity))
        for rule, rows in unweighed.items():
            findings.extend([self._not_weighed(row) for row in rows] if rule in weighed else [self._none_weighed(rows)])
        return findings

    def _broken(self, balance: Balance, severity: Severity) -> list[Finding]:
        left, right = self._sum(balance.left), self._sum(balance.right)
        if left == right:
            return []
        gap = left - right if left > right else right - left
        message = (
            f"{balance.place}：{self._in_words(balance.left, balance.left_name, left)}，"
            f"{self._in_words(balance.right, balance.right_name, right)}，相差 {plain(gap)}"
        )
        return [Finder(self.here.report).finding(
            balance.rule, balance.where, severity, message, evidence=self._contents(balance), cite=balance.cite,
            left=left, right=right, cells=_keys(balance),
        )]

    def _sum(self, terms: tuple[Term, ...]) -> Number:
        return sum((number for term in terms if (number := self.number(term)) is not None), start=0)

    def _in_words(self, terms: tuple[Term, ...], name: str, total: Number) -> str:
        """六类申请人之和 3+0+0+0+0+0=3, or for a single cell: 总计填的是 2."""
        if len(terms) == 1:
            return f"{name}填的是 {plain(total)}"
        shown = [term for term in terms if self.number(term)] if len(terms) > _MANY else list(terms)
        label = len(terms) != _MANY
        numbers = [f"{term.label} {plain(self._size(term))}" if label else plain(self._size(term)) for term in shown]
        joined = "".join(
            (("−" if term.sign < 0 else "+") if place else "") + text
            for place, (term, text) in enumerate(zip(shown, numbers, strict=True))
        )
        return f"{name} {joined or '0'}={plain(total)}"

    def _size(self, term: Term) -> Number:
        number = self.number(term)
        return 0 if number is None else number * term.sign

    def _contents(self, balance: Balance) -> str:
        """The cells as they stand: 自然人=3，商业企业=空白，总计=2."""
        return "，".join(f"{term.label}={self._content(term)}" for term in (*balance.left, *balance.right))

    def _content(self, term: Term) -> str:
        ledger = self.last_year if term.last_year else self.here
        if ledger is None:
            return "没有上年年报"
        figure = ledger.report.figures.get(term.key)
        return ledger.quoted(term.key) if figure is None else plain(figure)

    def _not_weighed(self, balance: Balance) -> Finding:
        unknown = self.unknown(balance)
        labels = "、".join(term.label for term in unknown)
        message = f"{balance.place}：{labels}没有读到数字，{balance.left_name}与{balance.right_name}无法核对"
        return self._note(balance, balance.where, message, [balance])

    def _none_weighed(self, rows: list[Balance]) -> Finding:
        if len(rows) == 1:
            return self._not_weighed(rows[0])
        first = rows[0]
        table = first.where.partition(".")[0]
        message = f"{_TABLES[table]}的 {len(rows)} 处“{first.left_name}＝{first.right_name}”都有数字没有读到，无法核对"
        return self._note(first, table, message, rows)

    def _note(self, balance: Balance, where: str, message: str, rows: list[Balance]) -> Finding:
        evidence = {f"{term.key}={self._content(term)}" for row in rows for term in self.unknown(row)}
        keys = dict.fromkeys(key for row in rows for key in _keys(row))
        return Finder(self.here.report).finding(
            balance.rule, where, "note", message, evidence="，".join(sorted(evidence)), cite=balance.cite, cells=tuple(keys),
        )


def _keys(balance: Balance) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.key for term in (*balance.left, *balance.right)))
