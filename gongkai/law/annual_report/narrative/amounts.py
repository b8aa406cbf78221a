"""What a number in the text may mean: one cell of the form, or the sum of several."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.law.annual_report.form import (
    APPLICANTS,
    DIVIDED_OTHER_ROWS,
    OTHER,
    OUTCOME_ROWS,
    REFUSED,
    TOTAL,
    UNAVAILABLE,
    UNPROCESSED,
)
from gongkai.law.annual_report.ledger import Ledger, Number


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of cells. ``where`` is the cell's key, or the key of the group for a sum of several.

    ``keys`` may name cells of either edition of the form: those that a report does not have are left out. ``minus`` is taken away.
    """

    where: str
    title: str
    keys: tuple[str, ...]
    minus: tuple[str, ...] = ()

    def cells_in(self, ledger: Ledger) -> tuple[str, ...]:
        """The cells of that report which the amount adds up."""
        return tuple(key for key in (*self.keys, *self.minus) if key in ledger.cells)

    def in_report(self, ledger: Ledger) -> Number | None:
        """The sum in that report; None where the form has no such cell or a figure is not known."""
        added = [_figure(ledger, key) for key in self.keys if key in ledger.cells]
        taken = [_figure(ledger, key) for key in self.minus]
        known = [figure for figure in (*added, *taken) if figure is not None]
        if not added or len(known) < len(added) + len(taken):
            return None
        return sum(known[: len(added)]) - sum(known[len(added) :])


def _figure(ledger: Ledger, key: str) -> Number | None:
    """The figure of a cell; for a total of 表三 left blank, what its row adds up to: the text means that."""
    row, _, column = key.rpartition(".")
    if row.startswith("requests.") and column == TOTAL.key and ledger.why_empty(key) == "blank":
        return ledger.total(f"{row}.{kind.key}" for kind in APPLICANTS)
    return ledger.number(key)


def cell(key: str, title: str) -> Amount:
    """A single cell."""
    return Amount(key, title, (key,))


def plus(*amounts: Amount) -> Amount:
    """Several amounts together, found under the first."""
    keys = tuple(dict.fromkeys(key for amount in amounts for key in amount.keys))
    return Amount(amounts[0].where, "与".join(amount.title for amount in amounts) + "之和", keys)


def _totals(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"requests.{key}.total" for key in keys)


def _group(key: str, title: str, group: str) -> Amount:
    return Amount(f"requests.{key}.total", title, _totals(row.key for row in OUTCOME_ROWS if row.group == group))


RECEIVED = cell("requests.received.total", "表三“一、本年新收”总计")
CARRIED_IN = cell("requests.carried_in.total", "表三“二、上年结转”总计")
CONCLUDED = cell("requests.concluded.total", "表三“（七）总计”")
CARRIED_OUT = cell("requests.carried_out.total", "表三“四、结转下年度”总计")
TO_HANDLE = plus(RECEIVED, CARRIED_IN)
CONCLUDED_OF_NEW = Amount(RECEIVED.where, "本年新收减结转下年度", RECEIVED.keys, CARRIED_OUT.keys)

GRANTED = cell("requests.granted.total", "表三“（一）予以公开”总计")
PARTLY_GRANTED = cell("requests.partly_granted.total", "表三“（二）部分公开”总计")
REFUSED_ALL = _group("refused", "表三“（三）不予公开”八项之和", REFUSED)
UNAVAILABLE_ALL = _group("unavailable", "表三“（四）无法提供”三项之和", UNAVAILABLE)
UNPROCESSED_ALL = _group("unprocessed", "表三“（五）不予处理”五项之和", UNPROCESSED)
OTHER_ALL = Amount(
    "requests.other.total", f"表三“{OTHER}”之和",
    _totals(("other_clarification_lapsed", "other_fee_lapsed", "other_miscellaneous", "other_undivided")),
)


def outcome(key: str) -> Amount:
    """The total of one outcome row."""
    row = next(row for row in (*OUTCOME_ROWS, *DIVIDED_OTHER_ROWS) if row.key == key)
    return cell(f"requests.{key}.total", f"表三“{row.label}”总计")


NATURAL = cell("requests.received.natural_person", "表三“一、本年新收”的自然人")
NATURAL_TO_HANDLE = plus(NATURAL, cell("requests.carried_in.natural_person", "上年结转的自然人"))
ORGANISATIONS = Amount(
    "requests.received.organisations", "表三“一、本年新收”的法人或其他组织五列之和",
    tuple(f"requests.received.{column.key}" for column in APPLICANTS[1:]),
)
ORGANISATIONS_TO_HANDLE = plus(
    ORGANISATIONS,
    Amount("", "上年结转的五列", tuple(f"requests.carried_in.{column.key}" for column in APPLICANTS[1:])),
)


def applicant(key: str) -> Amount:
    """The new requests of one kind of applicant."""
    column = next(column for column in APPLICANTS if column.key == key)
    return cell(f"requests.received.{key}", f"表三“一、本年新收”的{column.label}")


def remedy(block: str, column: str, title: str) -> Amount:
    """One cell of 表四."""
    return cell(f"remedies.{block}.{column}", f"表四“{title}”")


RECONSIDERATION = remedy("reconsideration", "total", "行政复议”“总计")
DIRECT = remedy("litigation_direct", "total", "未经复议直接起诉”“总计")
AFTER = remedy("litigation_after_reconsideration", "total", "复议后起诉”“总计")
LITIGATION = Amount("remedies.litigation.total", "表四两类行政诉讼总计之和", DIRECT.keys + AFTER.keys)
ALL_REMEDIES = Amount("remedies.total", "表四三个总计之和", RECONSIDERATION.keys + LITIGATION.keys)


def results(column: str, label: str) -> tuple[Amount, ...]:
    """What 维持3件 may mean: reconsideration, litigation, one of its two ways, or all of them."""
    one, two, three = (
        remedy(block, column, f"{name}”“{label}")
        for block, name in (
            ("reconsideration", "行政复议"), ("litigation_direct", "未经复议直接起诉"), ("litigation_after_reconsideration", "复议后起诉"),
        )
    )
    both = Amount(f"remedies.litigation.{column}", f"表四行政诉讼“{label}”之和", two.keys + three.keys)
    return one, both, two, three, Amount(f"remedies.{column}", f"表四“{label}”之和", one.keys + both.keys)


def documents(line: str, name: str, part: str, label: str, old_part: str = "") -> Amount:
    """A cell of 规章 or 规范性文件; ``old_part`` is the cell of the 2019 form that means the same."""
    keys = (f"proactive.{line}.{part}",) + ((f"proactive.{line}.{old_part}",) if old_part else ())
    return Amount(keys[0], f"表二“{name}”的“{label}”", keys)


def decisions(line: str, name: str) -> Amount:
    """The decisions of the year in 表二, in either form."""
    return Amount(f"proactive.{line}", f"表二“{name}”的处理决定数量", (f"proactive.{line}", f"proactive.{line}.decisions"))


FEES = cell("proactive.administrative_fees_wan_yuan", "表二“行政事业性收费”（万元）")
