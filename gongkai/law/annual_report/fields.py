"""TABLE of the fields of sentences: {新收} in the text of a chapter stands for a figure of the form or a count, and follows it.

Pure: a text, the figures of the form and the counts kept with the report in; the text that people read out. Not here: what
is counted outside the form (``annual_reports.counts``), and whether a report may be signed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gongkai.law.annual_report.findings import plain
from gongkai.law.annual_report.form import (
    APPLICANTS,
    OTHER,
    OUTCOME_ROWS,
    REFUSED,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    TOTAL,
    UNAVAILABLE,
    UNDIVIDED_OTHER_ROW,
    UNPROCESSED,
    cells,
    outcome_rows,
)
from gongkai.law.annual_report.report import AnnualReport, Figure

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``keys`` are the cells that it adds up, ``table`` their table, ``title`` what it means in words.

    Cells that a report's form does not have are left out of the sum: （六）其他处理 stands as one row or as three.
    """

    name: str
    keys: tuple[str, ...]
    table: int
    title: str
    unit: str = "件"


_PROACTIVE = {
    "rules": "规章",
    "normative_documents": "规范性文件",
    "permits": "行政许可",
    "penalties": "行政处罚",
    "compulsory_measures": "行政强制",
    "administrative_fees_wan_yuan": "行政事业性收费",
}
_PARTS = {"issued": "制发", "repealed": "废止", "in_force": "现行有效"}
_REQUESTS = {
    "received": "新收",
    "carried_in": "上年结转",
    "granted": "予以公开",
    "partly_granted": "部分公开",
    "refused_state_secret": "国家秘密",
    "refused_forbidden_by_law": "法律行政法规禁止公开",
    "refused_security_and_stability": "三安全一稳定",
    "refused_third_party_rights": "第三方合法权益",
    "refused_internal_affairs": "内部事务信息",
    "refused_process_information": "过程性信息",
    "refused_enforcement_file": "行政执法案卷",
    "refused_inquiry_matter": "行政查询事项",
    "unavailable_not_held": "本机关不掌握",
    "unavailable_must_be_created": "需要另行制作",
    "unavailable_still_unclear": "补正后仍不明确",
    "unprocessed_petition": "信访举报投诉",
    "unprocessed_repeated": "重复申请",
    "unprocessed_publication": "公开出版物",
    "unprocessed_excessive": "大量反复申请",
    "unprocessed_reconfirmation": "确认或重新出具",
    "other_clarification_lapsed": "逾期不补正",
    "other_fee_lapsed": "逾期不缴费",
    "other_miscellaneous": "其他情形",
    "concluded": "办理总计",
    "carried_out": "结转下年度",
}
_GROUPS = {"不予公开": REFUSED, "无法提供": UNAVAILABLE, "不予处理": UNPROCESSED, "其他处理": OTHER}
_BLOCKS = {
    "reconsideration": "行政复议",
    "litigation_direct": "直接起诉",
    "litigation_after_reconsideration": "复议后起诉",
}
ORGANISATIONS = "法人或其他组织"


def _of_column(name: str, key: str, label: str) -> str:
    """新收 for the total, 新收·自然人 for a column."""
    return name if key == TOTAL.key else f"{name}·{label}"


def _cell_fields() -> Iterator[Field]:
    """One field for each cell of the 2021 form."""
    for cell in cells("2021", undivided=False):
        table, row, *rest = cell.key.split(".")
        if table == "proactive":
            name = _PROACTIVE[row] + (f"·{_PARTS[rest[0]]}" if rest else "")
            yield Field(
                name, (cell.key,), 2, cell.title, "万元" if cell.number == "decimal" else "件"
            )
        else:
            name = _REQUESTS[row] if table == "requests" else _BLOCKS[row]
            yield Field(_of_column(name, rest[0], cell.column), (cell.key,), cell.table, cell.title)


def _sum_fields() -> Iterator[Field]:
    """The sums that sentences speak of and the form does not print."""
    for column in REQUEST_COLUMNS:
        for name, group in _GROUPS.items():
            rows = outcome_rows(undivided=False) if group == OTHER else OUTCOME_ROWS
            keys = [row.key for row in rows if row.group == group]
            keys += [UNDIVIDED_OTHER_ROW.key] if group == OTHER else []
            title = f"表三“{group}”各项“{column.label}”之和"
            cell_keys = tuple(f"requests.{key}.{column.key}" for key in keys)
            yield Field(_of_column(name, column.key, column.label), cell_keys, 3, title)
    for row in ("received", "carried_in"):
        keys = [f"requests.{row}.{column.key}" for column in APPLICANTS[1:]]
        yield Field(
            f"{_REQUESTS[row]}·{ORGANISATIONS}",
            tuple(keys),
            3,
            f"表三“{_REQUESTS[row]}”的{ORGANISATIONS}五列之和",
        )
    for column in REMEDY_COLUMNS:
        keys = [
            f"remedies.{block}.{column.key}"
            for block in ("litigation_direct", "litigation_after_reconsideration")
        ]
        yield Field(
            _of_column("行政诉讼", column.key, column.label),
            tuple(keys),
            4,
            f"表四两类行政诉讼“{column.label}”之和",
        )


FIELDS: tuple[Field, ...] = (*_cell_fields(), *_sum_fields())
"""Every field of the form: its cells in printed order, then the sums."""

BY_NAME: Mapping[str, Field] = {row.name: row for row in FIELDS}
NAME_OF: Mapping[str, str] = {row.keys[0]: row.name for row in _cell_fields()}
"""By the dotted key of a cell of the 2021 form, its name in sentences."""

_BRACED = re.compile(rf"(\{{+)([^{{}}\n]{{1,{LONGEST_NAME}}})(\}}+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text: as it was written, or put in for the field ``name``."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What fields stand for: the figures of the form by key, the counts by name. A count of None is known and has no figure."""

    figures: Mapping[str, Figure]
    counts: Mapping[str, Figure]

    def knows(self, name: str) -> bool:
        """Whether that is the name of a field."""
        return name in BY_NAME or name in self.counts

    def figure(self, name: str) -> Figure:
        """The figure of a field; None where there is none, or where one of its cells is empty."""
        if name not in BY_NAME:
            return self.counts.get(name)
        found = [self.figures[key] for key in BY_NAME[name].keys if key in self.figures]
        known = [figure for figure in found if figure is not None]
        return sum(known) if found and len(known) == len(found) else None


def parts(text: str, numbers: Numbers) -> Iterator[Part]:
    """The text cut at its fields. A field without a figure, and braces around what is no field, stay as they are written.

    One more pair of braces makes a field a plain word: {{新收}} reads {新收}. ``as_plain`` writes a text so.
    """
    place = 0
    for found in _BRACED.finditer(text):
        opened, name, closed = found.groups()
        if not numbers.knows(name):
            continue
        yield Part(text[place : found.start()])
        place = found.end()
        if min(len(opened), len(closed)) > 1:
            yield Part(f"{opened[1:]}{name}{closed[1:]}")
            continue
        figure = numbers.figure(name)
        yield Part(opened[1:])
        yield Part(f"{{{name}}}" if figure is None else plain(figure), name)
        yield Part(closed[1:])
    yield Part(text[place:])


def filled(text: str, figures: Mapping[str, Figure], counts: Mapping[str, Figure]) -> str:
    """The text as people read it, each field replaced by its figure."""
    return "".join(part.text for part in parts(text, Numbers(figures, counts)))


def with_figures_in_text(written: AnnualReport, counts: Mapping[str, Figure]) -> AnnualReport:
    """The report whose chapters say figures where ``written`` has fields."""
    chapters = {
        key: filled(text, written.figures, counts) for key, text in written.chapters.items()
    }
    return replace(written, chapters=chapters)


def as_plain(text: str, counts: Mapping[str, Figure]) -> str:
    """A text from outside, written so that no word of it is taken for a field: ``filled`` gives it back unchanged."""

    def doubled(found: re.Match[str]) -> str:
        known = Numbers({}, counts).knows(found[2])
        return f"{{{found[0]}}}" if known else found[0]

    return _BRACED.sub(doubled, text)


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A field that stands in a text without a figure. ``known`` is False for words in braces that name no field."""

    name: str
    known: bool


def unfilled(text: str, numbers: Numbers) -> tuple[Unfilled, ...]:
    """What stands in single braces and was not replaced, each once."""
    found = []
    for opened, name, closed in _BRACED.findall(text):
        if min(len(opened), len(closed)) == 1 and numbers.figure(name) is None:
            found.append(Unfilled(name, numbers.knows(name)))
    return tuple(dict.fromkeys(found))
