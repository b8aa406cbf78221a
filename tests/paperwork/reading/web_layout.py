"""One report as a government site publishes it: Word pasted into a page with menus around it."""

from gongkai.law.annual_report.form import (
    BLOCKS,
    REMEDY_COLUMNS,
    REQUEST_COLUMNS,
    RESULTS_OF_YEAR,
    Row,
)
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from tests.paperwork.reading.layouts import (
    HEADS_OF_REQUESTS,
    proactive_rows,
    remedy_cells,
    request_lines,
)


def web_page(report: AnnualReport) -> str:
    """Word pasted into a government site: spans in every cell, &nbsp; for nothing, menus around it."""
    parts = []
    for chapter in CHAPTERS:
        parts.append(_paragraph(chapter.heading))
        parts += (
            [_html_tables(report)[chapter.key]]
            if chapter.table
            else map(_paragraph, report.chapters[chapter.key].split("\n"))
        )
    day = report.signed_on
    parts += [
        _paragraph(report.organ or ""),
        _paragraph(f"{day.year}年{day.month}月{day.day}日" if day else ""),
    ]
    return (
        f"<html><head><title>{report.title}_某某网</title><script>var x = '<td>1</td>';</script></head><body>"
        "<div class=nav><ul><li>首页</li><li>政府信息公开年报</li></ul></div>"
        f"<div class=main><h1>{report.title}</h1><div class=TRS_Editor>{''.join(parts)}</div></div>"
        "<div class=foot><p>主办：某某办公室</p><p>ICP备00000000号</p></div></body></html>"
    )


def _paragraph(text: str) -> str:
    return f'<p class="MsoNormal" style="mso-x:1"><span><font>{text[:3]}</font>{text[3:]}</span><span><o:p></o:p></span></p>'


def _cell(text: str, spans: str = "") -> str:
    return f"<td {spans}><p><span>{text or '&nbsp;'}</span><o:p></o:p></p></td>"


def _tr(*cells: str) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _html_tables(report: AnnualReport) -> dict[str, str]:
    return {
        "proactive": _html_proactive(report),
        "requests": _html_requests(report),
        "remedies": _html_remedies(report),
    }


def _html_proactive(report: AnnualReport) -> str:
    rows = []
    for headings, label, figures in proactive_rows(report):
        span = f"colspan={6 // len(figures)}"
        rows.append(_tr(_cell("第二十条第（一）项", "colspan=7")))
        rows.append(_tr(_cell("信息内容"), *(_cell(heading, span) for heading in headings)))
        rows.append(_tr(_cell(label), *(_cell(figure, span) for figure in figures)))
    return f"<table border=1><tbody>{''.join(rows)}</tbody></table>"


def _html_requests(report: AnnualReport) -> str:
    rows = [
        _tr(_cell(HEADS_OF_REQUESTS[0], "colspan=3 rowspan=3"), _cell("申请人情况", "colspan=7")),
        _tr(
            _cell("自然人", "rowspan=2"),
            _cell("法人或其他组织", "colspan=5"),
            _cell("总计", "rowspan=2"),
        ),
        _tr(
            *(
                _cell(column.label[:2] + "<br>" + column.label[2:])
                for column in REQUEST_COLUMNS[1:-1]
            )
        ),
    ]
    lines = list(request_lines(report))
    inside = [row for row, _ in lines if row.group]
    for row, figures in lines:
        group = _cell(RESULTS_OF_YEAR, f"rowspan={len(inside)}") if row is inside[0] else ""
        rows.append(_tr(group, *_html_label(row, inside), *map(_cell, figures)))
    return f"<table>{''.join(rows)}</table>"


def _html_label(row: Row, inside: list[Row]) -> list[str]:
    if not row.group:
        return [_cell(row.title, "colspan=3")]
    if row.group == RESULTS_OF_YEAR:
        return [_cell(row.title, "colspan=2")]
    mates = [other for other in inside if other.group == row.group]
    opens = [_cell(row.group, f"rowspan={len(mates)}")] if row is mates[0] else []
    return [*opens, _cell(row.title)]


def _html_remedies(report: AnnualReport) -> str:
    rows = [
        _tr(_cell("行政复议", "colspan=5"), _cell("行政诉讼", "colspan=10")),
        _tr(
            *(_cell(c.label, "rowspan=2") for c in REMEDY_COLUMNS),
            *(_cell(b.label, "colspan=5") for b in BLOCKS[1:]),
        ),
        _tr(*(_cell(column.label) for _ in BLOCKS[1:] for column in REMEDY_COLUMNS)),
        _tr(*map(_cell, remedy_cells(report))),
    ]
    return f"<table>{''.join(rows)}</table>"
