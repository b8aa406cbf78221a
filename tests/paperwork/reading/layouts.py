"""One report laid out in the shapes in which reports reach us: text of several converters, Markdown, web pages.

Each layout is a function from a report to text. None of them is the printer of the project: they imitate other people's.
"""

from collections.abc import Callable, Iterator

from gongkai.law.annual_report.form import (
    BLOCKS,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    RESULTS_OF_YEAR,
    Row,
    proactive_lines,
    request_rows,
)
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.contract_json import figure_to_json

Cells = list[str]
Body = Callable[[AnnualReport], Iterator[str]]


def shown(report: AnnualReport, key: str) -> str:
    """A figure as printed; an empty cell is empty."""
    figure = figure_to_json(key, report.figures[key])
    return "" if figure is None else str(figure)


def proactive_rows(report: AnnualReport) -> Iterator[tuple[list[str], str, Cells]]:
    """The lines of 表二: headings, label, figures."""
    for line in proactive_lines(report.edition):
        keys = [f"proactive.{line.key}" + (f".{part}" if part else "") for part, _, _ in line.cells]
        yield (
            [heading for _, heading, _ in line.cells],
            line.label,
            [shown(report, key) for key in keys],
        )


def request_lines(report: AnnualReport) -> Iterator[tuple[Row, Cells]]:
    """The rows of 表三."""
    for row in request_rows(undivided=report.undivided):
        yield row, [shown(report, f"requests.{row.key}.{column.key}") for column in REQUEST_COLUMNS]


def remedy_cells(report: AnnualReport) -> Cells:
    """The fifteen figures of 表四."""
    return [shown(report, f"remedies.{b.key}.{c.key}") for b in BLOCKS for c in REMEDY_COLUMNS]


def label_of(row: Row) -> str:
    """A row's label with the group that stands beside its first row."""
    first = row.title.startswith("1.") and row.group != RESULTS_OF_YEAR
    opens = (
        row.group + " "
        if first
        else RESULTS_OF_YEAR + " "
        if row.title.startswith("（一）")
        else ""
    )
    return opens + row.title


def whole(report: AnnualReport, proactive: Body, requests: Body, remedies: Body) -> str:
    """A document: title, chapters, the three tables in their places, signature."""
    bodies = {"proactive": proactive, "requests": requests, "remedies": remedies}
    lines = [report.title or "", ""]
    for chapter in CHAPTERS:
        lines.append(chapter.heading)
        body = bodies.get(chapter.key)
        lines += body(report) if body else report.chapters[chapter.key].split("\n")
        lines.append("")
    day = report.signed_on
    return "\n".join(
        [*lines, report.organ or "", f"{day.year}年{day.month}月{day.day}日" if day else ""]
    )


HEADS_OF_REQUESTS = ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "自然人", "法人或其他组织", "商业",
                     "企业", "科研", "机构", "社会公益组织", "法律服务机构", "其他", "总计")  # fmt: skip
HEADS_OF_REMEDIES = (
    "行政复议 行政诉讼",
    "未经复议直接起诉 复议后起诉",
    "结果维持 结果纠正 其他结果 尚未审结 总计",
)


def in_rows(report: AnnualReport) -> str:
    """Label and figures on one line."""

    def proactive(r: AnnualReport) -> Iterator[str]:
        for headings, label, figures in proactive_rows(r):
            yield from (
                "第二十条第（一）项",
                " ".join(["信息内容", *headings]),
                " ".join([label, *figures]),
            )

    def requests(r: AnnualReport) -> Iterator[str]:
        yield from HEADS_OF_REQUESTS
        yield from (" ".join([label_of(row), *figures]) for row, figures in request_lines(r))

    def remedies(r: AnnualReport) -> Iterator[str]:
        yield from (*HEADS_OF_REMEDIES, " ".join(remedy_cells(r)))

    return whole(report, proactive, requests, remedies)


def one_a_line(report: AnnualReport) -> str:
    """Every label and every figure on a line of its own."""
    return "\n".join(word for line in in_rows(report).split("\n") for word in _apart(line))


def _apart(line: str) -> list[str]:
    words = line.split(" ")
    return words if any(word.lstrip("-").replace(".", "").isdigit() for word in words) else [line]


def labels_last(report: AnnualReport) -> str:
    """Figures before the label, as some table readers order them."""

    def proactive(r: AnnualReport) -> Iterator[str]:
        for headings, label, figures in proactive_rows(r):
            yield from (
                "第二十条第（一）项",
                " ".join(["信息内容", *headings]),
                " ".join([*figures, label]),
            )

    def requests(r: AnnualReport) -> Iterator[str]:
        yield from HEADS_OF_REQUESTS
        yield from (" ".join([*figures, row.title]) for row, figures in request_lines(r))

    def remedies(r: AnnualReport) -> Iterator[str]:
        yield from (*HEADS_OF_REMEDIES, " ".join(remedy_cells(r)))

    return whole(report, proactive, requests, remedies)


def wrapped(report: AnnualReport) -> str:
    """As pdftotext -layout prints it: a long label above and below its figures, columns kept by spaces."""

    def proactive(r: AnnualReport) -> Iterator[str]:
        for headings, label, figures in proactive_rows(r):
            yield from (
                "第二十条第（一）项",
                "  ".join(["信息内容", *headings]),
                _in_columns(label, figures),
            )

    def requests(r: AnnualReport) -> Iterator[str]:
        yield from HEADS_OF_REQUESTS
        for row, figures in request_lines(r):
            title = label_of(row)
            yield from (
                (title[:12], _in_columns("", figures), title[12:], "")
                if len(title) > 16
                else (_in_columns(title, figures),)
            )

    def remedies(r: AnnualReport) -> Iterator[str]:
        yield from (*HEADS_OF_REMEDIES, "   ".join(remedy_cells(r)))

    return whole(report, proactive, requests, remedies)


def _in_columns(label: str, figures: Cells) -> str:
    return label.ljust(26) + "".join(figure.rjust(14) for figure in figures)


def markdown(report: AnnualReport) -> str:
    """Pipe tables; empty cells stay empty cells."""

    def table(rows: list[Cells]) -> Iterator[str]:
        yield ""
        for at, row in enumerate(rows):
            yield "| " + " | ".join(row) + " |"
            if at == 0:
                yield "|" + "---|" * len(row)
        yield ""

    def proactive(r: AnnualReport) -> Iterator[str]:
        for headings, label, figures in proactive_rows(r):
            yield from table([["信息内容", *headings], [label, *figures]])

    def requests(r: AnnualReport) -> Iterator[str]:
        columns = [column.label for column in REQUEST_COLUMNS]
        yield from table(
            [
                ["申请人情况", "", *columns],
                *([row.group, row.title, *f] for row, f in request_lines(r)),
            ]
        )

    def remedies(r: AnnualReport) -> Iterator[str]:
        yield from table([[column.label for column in REMEDY_COLUMNS] * 3, remedy_cells(r)])

    return whole(report, proactive, requests, remedies)


TEXTS: tuple[Callable[[AnnualReport], str], ...] = (in_rows, one_a_line, labels_last, wrapped)
