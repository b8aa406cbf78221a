"""The information processing fee: bands by piece and by page, what they add up to, and what each step costs.

Not here: whether a fee is charged at all. That is an officer's decision with a ground and an approval (``DISCRETION``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, NoRuleInForce

Basis = Literal["pieces", "pages"]

LARGEST_QUANTITY = 1_000_000
"""More pieces or pages than any organ has been asked for; a larger number is a slip of the pen, not a request."""

_MEASURE = "信息处理费办法"
_SINCE_2021 = InForce(date(2021, 1, 1))


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a progressive scale: units ``first`` to ``last``, both included, at ``rate_yuan`` for each unit.

    ``last=None`` has no end. Where ``every`` is given, the rate rises by ``rise_yuan`` with each further ``every`` units.
    """

    basis: Basis
    first: int
    last: int | None
    rate_yuan: int
    cite: Cite
    in_force: InForce
    every: int | None = None
    rise_yuan: int = 0


BANDS: tuple[Band, ...] = (
    Band("pieces", 1, 10, 0, Cite(_MEASURE, 4, 2, 1), _SINCE_2021),
    Band("pieces", 11, 30, 100, Cite(_MEASURE, 4, 2, 2), _SINCE_2021),
    Band("pieces", 31, None, 200, Cite(_MEASURE, 4, 2, 3), _SINCE_2021, every=10, rise_yuan=100),
    Band("pages", 1, 30, 0, Cite(_MEASURE, 5, None, 1), _SINCE_2021),
    Band("pages", 31, 100, 10, Cite(_MEASURE, 5, None, 2), _SINCE_2021),
    Band("pages", 101, 200, 20, Cite(_MEASURE, 5, None, 3), _SINCE_2021),
    Band("pages", 201, None, 40, Cite(_MEASURE, 5, None, 4), _SINCE_2021),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted on one basis: ``unit`` is the counting word, ``counts`` what adds up, ``covers`` which requests."""

    basis: Basis
    unit: str
    per_applicant_and_month: bool
    counts: str
    covers: str
    cite: Cite
    in_force: InForce
    doubt: str = ""


SCOPES: tuple[Scope, ...] = (
    Scope("pieces", "件", True, "同一申请人一个自然月内向同一行政机关提出的申请，累计计算，每月1日重新起算；一份申请含多项内容的，可以按“一事一申请”以合理的最小单位拆分计算",
          "所有处理决定类型", Cite(_MEASURE, 4), _SINCE_2021,
          doubt="“同一行政机关”系推定；申请归入哪个月按《条例》第三十一条的收到之日、补正后不改月份，均系推定"),
    Scope("pages", "页", False, "单件申请提供的页数，不跨申请累计；A4及以下幅面的单面为1页",
          "申请人要求以提供纸质件、发送电子邮件、复制电子数据等方式获取政府信息的；信息已经主动公开、只告知获取方式途径的不适用",
          Cite(_MEASURE, 5), _SINCE_2021, doubt="页的定义、单件计算和已主动公开信息的除外，未核对原文"),
)


@dataclass(frozen=True, slots=True)
class Discretion:
    """A power that the law gives without a duty to use it, and what its use needs."""

    rule: str
    needs: tuple[str, ...]
    cite: Cite
    in_force: InForce


DISCRETION = Discretion(
    "申请公开政府信息的数量、频次明显超过合理范围的，行政机关可以收取信息处理费", ("收费的理由", "批准人"), Cite("条例", 42, 1), InForce(date(2019, 5, 15)),
)
ONE_BASIS = Cite(_MEASURE, 3)
"""Each request is charged by piece or by page, never both."""


@dataclass(frozen=True, slots=True)
class Charge:
    """One line of the explanation: units ``first`` to ``last`` of one band, both included, at ``rate_yuan`` each."""

    basis: Basis
    first: int
    last: int
    rate_yuan: int
    cite: Cite

    @property
    def count(self) -> int:
        """How many units fall on this line."""
        return self.last - self.first + 1

    @property
    def yuan(self) -> int:
        """What they cost together."""
        return self.count * self.rate_yuan

    def __str__(self) -> str:
        unit = "件" if self.basis == "pieces" else "页"
        reach = f"第{self.first}{unit}" if self.first == self.last else f"第{self.first}至{self.last}{unit}"
        cost = f"每{unit}{self.rate_yuan}元，计{self.yuan}元" if self.rate_yuan else "不收费"
        return f"{reach}，共{self.count}{unit}，{cost}（{self.cite}）"


@dataclass(frozen=True, slots=True)
class Fee:
    """What a number of pieces or pages costs, and why: the charges add up to ``yuan``."""

    basis: Basis
    charges: tuple[Charge, ...]

    @property
    def yuan(self) -> int:
        """The whole amount."""
        return sum(charge.yuan for charge in self.charges)


def bands_of(basis: Basis, on: date | None = None) -> tuple[Band, ...]:
    """The scale of that basis in force on the day ``on``; without a day, the one still in force.

    Raises NoRuleInForce for a day before the first scale.
    """
    rows = [band for band in BANDS if band.basis == basis]
    found = tuple(band for band in rows if (band.in_force.until is None if on is None else band.in_force.covers(on)))
    if not found:
        raise NoRuleInForce(f"{on} 没有生效的信息处理费标准：最早的标准自 {min(band.in_force.since for band in rows)} 起施行")
    return found


def fee(basis: Basis, quantity: int, *, on: date | None = None) -> Fee:
    """The cumulative fee for ``quantity`` pieces or pages, band by band. Raises ValueError, NoRuleInForce."""
    _check(quantity, 0)
    return Fee(basis, tuple(_charges(bands_of(basis, on), 1, quantity)))


def fee_by_pieces(pieces: int, *, on: date | None = None) -> int:
    """Yuan for all requests of one applicant in one calendar month, ``pieces`` of them (信息处理费办法 art. 4)."""
    return fee("pieces", pieces, on=on).yuan


def fee_by_pages(pages: int, *, on: date | None = None) -> int:
    """Yuan for ``pages`` pages given on one request (信息处理费办法 art. 5)."""
    return fee("pages", pages, on=on).yuan


def fee_of_case(*, ordinal: int | None = None, pages: int | None = None, on: date | None = None) -> Fee:
    """What one request costs: as the ``ordinal``-th of its applicant's month, or by its own ``pages``, never both (art. 3).

    Raises ValueError unless exactly one of the two is given.
    """
    if pages is not None and ordinal is None:
        return fee("pages", pages, on=on)
    if ordinal is not None and pages is None:
        _check(ordinal, 1)
        return Fee("pieces", tuple(_charges(bands_of("pieces", on), ordinal, ordinal)))
    raise ValueError(f"一件申请只能按件或者按量中的一种标准计算收费（{ONE_BASIS}）")


def counting_month(received: date) -> tuple[int, int]:
    """The calendar month, as (year, month), in which a request received on that day counts as a piece (art. 4)."""
    return received.year, received.month


def _check(quantity: object, least: int) -> None:
    if isinstance(quantity, bool) or not isinstance(quantity, int):
        raise ValueError(f"件数、页数应为整数，得到 {quantity!r}")  # noqa: TRY004 - the contract names one error
    if not least <= quantity <= LARGEST_QUANTITY:
        raise ValueError(f"件数、页数应在 {least} 至 {LARGEST_QUANTITY} 之间，得到 {quantity}")


def _charges(bands: tuple[Band, ...], first: int, last: int) -> Iterator[Charge]:
    """The lines for the units ``first`` to ``last`` of a scale."""
    for band in bands:
        for start, end, rate in _steps(band, last):
            if start <= last and end >= first:
                yield Charge(band.basis, max(start, first), min(end, last), rate, band.cite)


def _steps(band: Band, upto: int) -> Iterator[tuple[int, int, int]]:
    """(first, last, yuan each) of a band; a rising band in steps of ``every`` units, as far as the unit ``upto``."""
    if band.every is None:
        yield band.first, band.last or upto, band.rate_yuan
        return
    for number, start in enumerate(range(band.first, upto + 1, band.every)):
        yield start, start + band.every - 1, band.rate_yuan + number * band.rise_yuan
