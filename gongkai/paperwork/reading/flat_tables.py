"""The three tables out of lines of text: runs of figures, and the labels around them.

Where fewer figures stand in a row than it has columns, their place on the line decides if it can; otherwise the row is
noted as unreadable: no figure is moved to where it would fit.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gongkai.law.annual_report.form import (
    REQUEST_COLUMNS,
    Edition,
    ProactiveLine,
    proactive_lines,
    request_rows,
)
from gongkai.paperwork.reading.align import fill_gaps
from gongkai.paperwork.reading.document import Line, Word
from gongkai.paperwork.reading.figures import read_figure
from gongkai.paperwork.reading.flat_alignment import Label, best_alignment
from gongkai.paperwork.reading.flat_blocks import read_requests_in_blocks
from gongkai.paperwork.reading.flat_columns import Columns, columns_of, place
from gongkai.paperwork.reading.flat_likeness import is_broken_off, mend
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.labels import (
    ALTERNATIVES,
    RESULT_VARIANTS,
    ROWS,
    line_variants,
    row_variants,
)
from gongkai.paperwork.reading.normalise import bare
from gongkai.paperwork.reading.proactive_table import NEARLY, keys_of, printed_unit, unit_of
from gongkai.paperwork.reading.remedy_table import BLOCK
from gongkai.paperwork.reading.remedy_table import KEYS as REMEDY_KEYS
from gongkai.paperwork.reading.runs import Run, is_figure, runs_of, stands_apart

WIDTH = len(REQUEST_COLUMNS)
REQUEST_LABELS = [Label(bare(row.title), row_variants(row), WIDTH) for row in ROWS]
FEWEST_TO_TELL = 5
FEWEST_ROWS = len(request_rows(undivided=True))
_RESULT_HEADING = re.compile(
    "(?:行政复议|行政诉讼|未经复议直接起诉|复议后起诉|结果|维持|纠正|其他|尚未|审结|总|计)+"
)
_ITEM = re.compile("第二十条第.{1,3}?项")
_HEADINGS = re.compile(
    "信息内容|本年制发件数|本年废止件数|现行有效件数|本年处理决定数量|本年收费金额单位万?元?|本年新制作数量|"
    "本年新公开数量|对外公开总数量|上一年项目数量|本年增减|处理决定数量|采购项目数量|采购总金额"
)


def read_requests(lines: Sequence[Line]) -> Found:
    """表三 from its lines: row by row, or column by column where only that adds up to the whole form."""
    found = _rows_of_requests(lines)
    if len(found.figures) < WIDTH * FEWEST_ROWS or None in found.figures.values():
        in_blocks = read_requests_in_blocks(lines)
        return in_blocks if in_blocks.figures else found
    return found


def _rows_of_requests(lines: Sequence[Line]) -> Found:
    runs = _request_runs(lines)
    columns = columns_of(lines, runs, WIDTH)
    whole = [len(run.words) == WIDTH if len(run.words) > 1 else None for run in runs]
    assigned = fill_gaps(best_alignment(runs, REQUEST_LABELS)[0], whole, ALTERNATIVES)
    on_paper = columns is not None or any(line.placed == "exact" for line in lines)
    found = Found()
    for index, (run, at) in enumerate(zip(runs, assigned, strict=True)):
        if at is None:
            continue
        keys = [f"requests.{ROWS[at].key}.{column.key}" for column in REQUEST_COLUMNS]
        around = [i for i in (index - 1, index + 1) if 0 <= i < len(runs) and assigned[i] is None]
        broken = any(is_broken_off(runs[i], run) for i in around) or (
            on_paper and not stands_apart(run.words)
        )
        words = None if broken else _seven(run, columns)
        if words is None:
            found.cannot_place(keys, run.text)
        for key, word in zip(keys, words or (), strict=words is not None):
            found.read(key, word.text if word else "")
    return found


def _seven(run: Run, columns: Columns | None) -> Sequence[Word | None] | None:
    """The seven cells of a row; None where its figures cannot be told apart."""
    if len(run.words) == WIDTH:
        return run.words
    if columns is not None and len(run.words) < WIDTH and len(set(run.lines)) == 1:
        return place(run.words, columns)
    return None


def _request_runs(lines: Sequence[Line]) -> list[Run]:
    return mend(runs_of(lines, WIDTH), WIDTH, [label.title for label in REQUEST_LABELS])


def labels_stand_last(lines: Sequence[Line]) -> bool | None:
    """Whether the labels of 表三 stand behind their figures; None where it has too few rows to tell."""
    assigned, last = best_alignment(_request_runs(lines), REQUEST_LABELS)
    if sum(at is not None for at in assigned) >= FEWEST_TO_TELL:
        return last
    return False if read_requests_in_blocks(lines).figures else None


def read_proactive(lines: Sequence[Line], edition: Edition, *, label_last: bool | None) -> Found:
    """表二 from its lines. ``label_last`` is how the longer 表三 has its labels, if that is known."""
    form = proactive_lines(edition)
    labels = [
        Label(bare(line.label), line_variants(line), len(line.cells), NEARLY) for line in form
    ]
    runs = [_without_headings(run) for run in runs_of(lines, max(label.size for label in labels))]
    heading = next((line.text for line in lines if "收费金额" in line.text.replace(" ", "")), "")
    found = Found()
    for run, at in zip(runs, best_alignment(runs, labels, otherwise=label_last)[0], strict=True):
        if at is not None:
            _read_line(found, run, form[at], heading)
    return found


def _without_headings(run: Run) -> Run:
    """The run without the table's headings before it: 行政许可本年处理决定数量 9487 is a figure of 行政许可.

    A label behind its figures stands right behind them, so there the headings stay. No label reaches over the title of
    an item of art. 20: 行政强制 第二十条第（八）项 7730.28 is no figure of 行政强制, whose cell is blank.
    """
    before, after = _ITEM.split(run.before)[-1], _ITEM.split(run.after)[0]
    return replace(run, before=_HEADINGS.sub("", before), after=after)


def _read_line(found: Found, run: Run, line: ProactiveLine, heading: str) -> None:
    keys = keys_of(line)
    if len(run.words) != len(keys):
        found.cannot_place(keys, run.text)
        return
    for key, word, (part, _, _) in zip(keys, run.words, line.cells, strict=True):
        unit = unit_of(line.key, part)
        found.read(
            key, word.text, unit, printed_unit(heading) if unit == "wan_yuan" and heading else None
        )


def read_remedies(lines: Sequence[Line]) -> Found:
    """表四 from its lines: fifteen figures below the headings, in one run or in three of five.

    Some converters print headings among the figures; then the order of the figures may be lost too. Such figures are
    only taken if each heading stands before a figure of its column, or if every block adds up.
    """
    found = Found()
    words = _fifteen(runs_of(lines, len(REMEDY_KEYS)))
    if not words:
        words = _fifteen(
            runs_of([_without_result_headings(line) for line in lines], len(REMEDY_KEYS))
        )
        if words and not (_headings_in_place(lines) or _adds_up(words)):
            found.cannot_place(REMEDY_KEYS, " ".join(word.text for word in words))
            return found
    for key, word in zip(REMEDY_KEYS if words else (), words, strict=True):
        found.read(key, word.text)
    return found


def _headings_in_place(lines: Sequence[Line]) -> bool:
    """Whether what is printed between two figures is just the heading of the figure that follows."""
    at, between = 0, ""
    for text in (word.text for line in lines for word in line.words):
        if not is_figure(text):
            between += bare(text)
            continue
        if at and between and between not in RESULT_VARIANTS[at % BLOCK]:
            return False
        at, between = at + 1, ""
    return at == len(REMEDY_KEYS)


def _fifteen(runs: Sequence[Run]) -> list[Word]:
    """The figures of 表四, or none."""
    whole = next((run for run in runs if len(run.words) == len(REMEDY_KEYS)), None)
    if whole:
        return list(whole.words)
    thirds = [run for run in runs if len(run.words) == BLOCK]
    return (
        [word for run in thirds for word in run.words]
        if len(thirds) * BLOCK == len(REMEDY_KEYS)
        else []
    )


def _adds_up(words: Sequence[Word]) -> bool:
    figures = [read_figure(word.text).figure for word in words]
    blocks = [figures[at : at + BLOCK] for at in range(0, len(figures), BLOCK)]
    return all(None not in block and sum(block[:-1]) == block[-1] for block in blocks)  # type: ignore[arg-type]


def _without_result_headings(line: Line) -> Line:
    """The line without the headings of 表四, which some converters print among its figures."""
    return replace(
        line,
        words=tuple(word for word in line.words if not _RESULT_HEADING.fullmatch(bare(word.text))),
    )
