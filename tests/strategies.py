"""Random annual reports in which every balance holds, for property-based tests of whoever checks, prints or reads them."""

from datetime import date

from hypothesis import strategies as st

from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    REMEDY_COLUMNS,
    RESULTS,
    cells,
    outcome_rows,
    proactive_cells,
)
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport, Figure, Note

# Mostly small, as in real reports, and now and then a seven-digit one.
COUNTS = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 99999), st.integers(0, 9_999_999))
MONEY = st.decimals(0, 10**7, places=4, allow_nan=False, allow_infinity=False)
CHANGES = st.integers(-999, 999)

_PLACES = ("平安", "东风", "柳林", "石桥", "南湖", "五里")
_KINDS = ("镇人民政府", "乡人民政府", "县民政局", "区财政局", "市人民政府")
# Sentences without a figure, so that no text contradicts the tables.
_SENTENCES = (
    "认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外。",
    "主动公开工作按目录推进，重点领域信息及时更新。",
    "规范依申请公开办理流程，依法保障公民、法人和其他组织获取政府信息的权利。",
    "加强政府信息管理，落实先审后发。",
    "网站专栏和政务新媒体平台运行平稳。",
    "接受社会监督，工作考核、社会评议、责任追究结果均已公布。",
    "政策解读的形式还不够丰富，专业队伍有待加强。",
    "下一步将加强培训，提高答复的规范性。",
)


def organs() -> st.SearchStrategy[str]:
    """Names such as 柳林镇人民政府."""
    return st.builds(str.__add__, st.sampled_from(_PLACES), st.sampled_from(_KINDS))


def chapter_texts() -> st.SearchStrategy[str]:
    """One to four paragraphs separated by newlines, without figures and without anything like a heading."""
    paragraph = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=3).map("".join)
    return st.lists(paragraph, min_size=1, max_size=4).map("\n".join)


@st.composite
def proactive_figures(draw: st.DrawFn, edition: str) -> dict[str, Figure]:
    """表二 of that edition."""
    figures: dict[str, Figure] = {}
    for cell in proactive_cells(edition):
        if cell.number == "decimal":
            figures[cell.key] = draw(MONEY)
        else:
            figures[cell.key] = draw(CHANGES if cell.key.endswith(".change") else COUNTS)
    return figures


@st.composite
def request_figures(draw: st.DrawFn, *, undivided: bool) -> dict[str, Figure]:
    """表三: any outcomes and carry-over, everything else counted from them."""
    rows = outcome_rows(undivided=undivided)
    table: dict[str, dict[str, int]] = {}
    outcomes = st.lists(COUNTS, min_size=len(rows), max_size=len(rows))
    for column in APPLICANTS:
        leaves = draw(st.one_of(st.just([0] * len(rows)), outcomes))
        out = draw(COUNTS)
        known = {row.key: leaf for row, leaf in zip(rows, leaves, strict=True)}
        known |= {"concluded": sum(leaves), "carried_out": out}
        known["carried_in"] = min(draw(COUNTS), sum(leaves) + out)
        known["received"] = sum(leaves) + out - known["carried_in"]
        table[column.key] = known
    table["total"] = {
        row: sum(table[column.key][row] for column in APPLICANTS) for row in table["natural_person"]
    }
    return {
        f"requests.{row}.{column}": n for column, known in table.items() for row, n in known.items()
    }


@st.composite
def remedy_figures(draw: st.DrawFn) -> dict[str, Figure]:
    """表四: any results, totals counted from them."""
    figures: dict[str, Figure] = {}
    for block in BLOCKS:
        counts = [draw(COUNTS) for _ in RESULTS]
        for column, count in zip(REMEDY_COLUMNS, [*counts, sum(counts)], strict=True):
            figures[f"remedies.{block.key}.{column.key}"] = count
    return figures


@st.composite
def valid_reports(
    draw: st.DrawFn, *, editions: tuple[str, ...] = ("2021", "2019"), blanks: bool = True
) -> AnnualReport:
    """A complete report without a broken balance.

    With ``blanks`` some zeros are left empty and noted ``blank``, as real reports do. Chapters one, five and six have
    text; the outline is whole and in order. Figures stand in the order of the form.
    """
    edition = draw(st.sampled_from(editions))
    undivided = edition == "2019" or draw(st.booleans())
    known = (
        draw(proactive_figures(edition))
        | draw(request_figures(undivided=undivided))
        | draw(remedy_figures())
    )
    figures = {cell.key: known[cell.key] for cell in cells(edition, undivided=undivided)}
    empty: set[str] = set()
    if blanks:
        zeros = [key for key, figure in figures.items() if figure == 0]
        empty = draw(st.sets(st.sampled_from(zeros), max_size=30)) if zeros else set()
    organ = draw(organs())
    year = draw(st.integers(2021, 2030) if edition == "2021" else st.integers(2019, 2020))
    return AnnualReport(
        edition=edition,
        figures={key: None if key in empty else figure for key, figure in figures.items()},
        title=f"{organ}{year}年政府信息公开工作年度报告",
        organ=organ,
        year=year,
        signed_on=date(year + 1, 1, draw(st.integers(1, 31))),
        chapters={key: draw(chapter_texts()) for key in ("overview", "problems", "other")},
        notes=tuple(Note(key, "blank") for key in figures if key in empty),
        outline=tuple(chapter.key for chapter in CHAPTERS),
    )
