"""The data dictionary of published annual reports: what each field is called, in which unit, what it counts and by which rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.annual_report.definitions import Definition, definition_of
from gongkai.law.annual_report.form import (
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    Cell,
    Column,
    Edition,
    cells,
)

_TABLES = {2: "表二", 3: "表三", 4: "表四"}
_FORMS: tuple[Edition, ...] = ("2021", "2019")
_YUAN = "amount_yuan"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its key, where it stands, its unit, and what it counts as far as that is defined."""

    key: str
    form: Edition
    table: str
    row: str
    column: str
    unit: str
    counts: str
    decides: str
    cite: str

    def to_json(self) -> dict[str, str]:
        """The field as the file of open data lists it."""
        return {
            "key": self.key,
            "form": self.form,
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "unit": self.unit,
            "definition": self.counts,
            "year_decided_by": self.decides,
            "cite": self.cite,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """Fields that differ by their column alone, as the page lists them: ``requests.received.*``."""

    field: Field
    pattern: str


def fields() -> list[Field]:
    """Every field of both forms in printed order; one that both have stands once, as of 2021."""
    found: dict[str, Field] = {}
    for form in _FORMS:
        for undivided in (False, True):
            for cell in cells(form, undivided=undivided):
                found.setdefault(cell.key, _field(cell, form))
    return list(found.values())


def lines(form: Edition) -> Iterator[Line]:
    """The rows of the form, those of 2019 only where they differ."""
    seen: set[str] = set()
    for field in fields():
        pattern = field.key if field.table == "表二" else f"{field.key.rpartition('.')[0]}.*"
        if field.form == form and pattern not in seen:
            seen.add(pattern)
            yield Line(field, pattern)


def columns() -> tuple[tuple[str, tuple[Column, ...]], ...]:
    """What the star of a pattern stands for in 表三 and in 表四."""
    return ("表三", REQUEST_COLUMNS), ("表四", REMEDY_COLUMNS)


def _field(cell: Cell, form: Edition) -> Field:
    known = _definition(cell.key)
    return Field(
        cell.key,
        form,
        _TABLES[cell.table],
        cell.row,
        cell.column,
        _unit(cell, known),
        known.counts if known else "",
        known.decides if known else "",
        str(known.cite) if known else "",
    )


def _unit(cell: Cell, known: Definition | None) -> str:
    if known:
        return known.unit
    return "元" if cell.key.endswith(_YUAN) else "件"


def _definition(key: str) -> Definition | None:
    """None for cells that only the trial form of 2019 has."""
    try:
        return definition_of(key)
    except KeyError:
        return None
