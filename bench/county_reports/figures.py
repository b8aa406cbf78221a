"""The figures of one organ, year after year: what it carries out of one year it carries into the next."""

import random
from collections.abc import Mapping
from decimal import Decimal

from bench.county_reports.organs import Organ
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    RESULTS,
    cells,
    outcome_rows,
    request_rows,
)
from gongkai.law.annual_report.report import Figure

Figures = dict[str, Figure]

OUTCOMES = tuple(row.key for row in outcome_rows(undivided=False))
_SHARES = {
    "granted": 46, "partly_granted": 12, "unavailable_not_held": 17, "unavailable_must_be_created": 3,
    "unavailable_still_unclear": 1, "refused_third_party_rights": 2, "refused_internal_affairs": 2,
    "refused_process_information": 3, "refused_enforcement_file": 3, "refused_inquiry_matter": 3,
    "unprocessed_petition": 4, "unprocessed_repeated": 3, "other_clarification_lapsed": 2, "other_miscellaneous": 6,
}  # fmt: skip
_RARE = 0.3
_KINDS = (72, 14, 1, 2, 5, 6)
_RESULTS = (52, 14, 22, 12)
_KEPT = ("rules", "normative_documents")


def years_of(chance: random.Random, organ: Organ, number: int) -> list[Figures]:
    """The figures of so many years, the first not carrying in anything from a report that does not exist."""
    made: list[Figures] = []
    waiting = {
        column.key: few(chance, organ.requests * weight / 900)
        for column, weight in zip(APPLICANTS, _KINDS, strict=True)
    }
    documents = few(chance, 8 if organ.kind != "township_government" else 3)
    usual_fees = chance.lognormvariate(2.5, 1) if organ.power > 10 else 0.0
    for _ in range(number):
        figures: Figures = {cell.key: 0 for cell in cells("2021", undivided=False)}
        waiting = _requests(chance, organ, figures, waiting)
        _remedies(chance, organ, figures)
        documents = _proactive(chance, organ, figures, documents)
        figures["proactive.administrative_fees_wan_yuan"] = money(chance, usual_fees)
        made.append(figures)
    return made


def few(chance: random.Random, mean: float) -> int:
    """A number of events that come one by one, about ``mean``."""
    return max(0, round(chance.gauss(mean, max(mean, 0.2) ** 0.5)))


def _requests(
    chance: random.Random, organ: Organ, figures: Figures, waiting: Mapping[str, int]
) -> dict[str, int]:
    """表三 of a year; answers what is still open at its end."""
    left = {}
    for column, weight in zip(APPLICANTS, _KINDS, strict=True):
        received = few(chance, organ.requests * weight / 100)
        to_handle = received + waiting[column.key]
        left[column.key] = min(to_handle, few(chance, received / 15))
        figures[f"requests.received.{column.key}"] = received
        figures[f"requests.carried_in.{column.key}"] = waiting[column.key]
        figures[f"requests.carried_out.{column.key}"] = left[column.key]
        for key in _outcomes(chance, to_handle - left[column.key]):
            cell = f"requests.{key}.{column.key}"
            figures[cell] = whole(figures, cell) + 1
    total(figures)
    return left


def _outcomes(chance: random.Random, number: int) -> list[str]:
    weights = [_SHARES.get(key, _RARE) for key in OUTCOMES]
    return chance.choices(OUTCOMES, weights, k=number)


def total(figures: Figures) -> None:
    """Count anew what of 表三 and 表四 is a sum."""
    columns = [column.key for column in APPLICANTS]
    for column in columns:
        done = sum(whole(figures, f"requests.{key}.{column}") for key in OUTCOMES)
        figures[f"requests.concluded.{column}"] = done
    for row in request_rows(undivided=False):
        cells_of_row = [f"requests.{row.key}.{column}" for column in columns]
        figures[f"requests.{row.key}.total"] = sum(whole(figures, cell) for cell in cells_of_row)
    for block in BLOCKS:
        counts = [whole(figures, f"remedies.{block.key}.{result.key}") for result in RESULTS]
        figures[f"remedies.{block.key}.total"] = sum(counts)


def whole(figures: Figures, key: str) -> int:
    """The figure of a cell that counts pieces."""
    return int(figures[key] or 0)


def _remedies(chance: random.Random, organ: Organ, figures: Figures) -> None:
    for block, part in zip(BLOCKS, (25, 60, 90), strict=True):
        number = few(chance, organ.requests / part)
        for result in chance.choices(RESULTS, _RESULTS, k=number):
            cell = f"remedies.{block.key}.{result.key}"
            figures[cell] = whole(figures, cell) + 1
    total(figures)


def _proactive(chance: random.Random, organ: Organ, figures: Figures, documents: int) -> int:
    """表二 of a year; answers how many documents are in force at its end."""
    issued = few(chance, 1.5)
    repealed = min(documents, few(chance, 0.8))
    kept = documents + issued - repealed
    for part, number in (("issued", issued), ("repealed", repealed), ("in_force", kept)):
        figures[f"proactive.normative_documents.{part}"] = number
    figures["proactive.permits"] = few(chance, organ.power * 8)
    figures["proactive.penalties"] = few(chance, organ.power * 3)
    figures["proactive.compulsory_measures"] = min(
        few(chance, organ.power / 10), whole(figures, "proactive.penalties")
    )
    return kept


def money(chance: random.Random, usual: float) -> Decimal:
    """An amount in 万元, down to the 分 of a 百元, about ``usual``."""
    return Decimal(round(usual * chance.uniform(0.7, 1.4) * 100)) / 100


def added(of: list[Figures]) -> Figures:
    """The figures of a government: those of its organs, cell by cell."""
    return {key: sum((figures[key] or 0 for figures in of), start=0) for key in of[0]}
