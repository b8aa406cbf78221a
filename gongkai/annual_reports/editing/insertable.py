"""The fields that a chapter's sentences are likely to need, with what they stand for just now and what they mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.annual_reports.counts import NOT_OFFERED, Count, all_counts
from gongkai.law.annual_report import AnnualReport, Figure
from gongkai.law.annual_report.fields import FIELDS, Field, Numbers
from gongkai.paperwork.printing.form_tables import figure_text

NO_FIGURE = "还没有数字"
_TABLES = {2: "表二", 3: "表三", 4: "表四"}
_OF_CHAPTER: Mapping[str, tuple[tuple[int, ...], tuple[str, ...] | None]] = {
    "overview": ((2, 3, 4), None),
    "proactive": ((2,), ("主动公开",)),
    "requests": ((3,), ("依申请公开",)),
    "remedies": ((4,), ()),
    "problems": ((2, 3, 4), None),
    "other": ((2, 3, 4), None),
}
"""By chapter: the tables whose fields it lists, and the groups of counts; None for all."""


@dataclass(frozen=True, slots=True)
class Insertable:
    """A field: its name, what it stands for now in words, what it means."""

    name: str
    figure: str
    meaning: str

    @property
    def written(self) -> str:
        """As it is typed: {新收}."""
        return f"{{{self.name}}}"


@dataclass(frozen=True, slots=True)
class InsertableGroup:
    """Fields of one table or of one group of counts."""

    title: str
    fields: tuple[Insertable, ...]


def insertable(
    written: AnnualReport, counts: Mapping[str, Figure]
) -> dict[str, tuple[InsertableGroup, ...]]:
    """By chapter, its fields in groups."""
    numbers = Numbers(written.figures, counts)
    tables = {number: _of_table(number, numbers) for number in _TABLES}
    counted = {group: _of_group(group, counts) for group in _groups()}
    return {
        chapter: (
            *(tables[number] for number in wanted),
            *(found for name, found in counted.items() if groups is None or name in groups),
        )
        for chapter, (wanted, groups) in _OF_CHAPTER.items()
    }


def live_fields(counts: Mapping[str, Figure]) -> dict[str, Any]:
    """What the browser needs to follow: the cells of each field, and the counts as they are printed."""
    return {
        "fields": {field.name: field.keys for field in FIELDS},
        "counts": {name: figure_text(value) if value is not None else None for name, value in counts.items()},
    }  # fmt: skip


def _of_table(number: int, numbers: Numbers) -> InsertableGroup:
    """The cells of 表二 and 表四, of 表三 the totals: its columns are named after them."""
    wanted = [field for field in FIELDS if field.table == number and _is_listed(field)]
    return InsertableGroup(
        _TABLES[number],
        tuple(
            Insertable(field.name, _figure(numbers.figure(field.name), field.unit), field.title)
            for field in wanted
        ),
    )


def _is_listed(field: Field) -> bool:
    return field.table != 3 or "·" not in field.name or field.name.startswith("新收·")


def _figure(figure: Figure, unit: str) -> str:
    return NO_FIGURE if figure is None else f"{figure_text(figure)} {unit}"


def _groups() -> tuple[str, ...]:
    return tuple(dict.fromkeys(count.group for count in all_counts()))


def _of_group(group: str, counts: Mapping[str, Figure]) -> InsertableGroup:
    found = [count for count in all_counts() if count.group == group]
    return InsertableGroup(
        f"计数：{group}", tuple(one for count in found for one in _of_count(count, counts))
    )


def _of_count(count: Count, counts: Mapping[str, Figure]) -> Iterator[Insertable]:
    names = [name for name in counts if name.startswith(f"{count.name}·")] if count.by else [count.name]  # fmt: skip
    meaning = f"{count.definition}（{count.cite}）"
    for name in names:
        figure = _figure(counts.get(name), count.unit) if count.read else NOT_OFFERED
        yield Insertable(name, figure, meaning)
