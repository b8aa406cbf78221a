"""Places in a report that something can be said of: its cells, its chapters, its heads; each with its name for people."""

from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import CHAPTER_TITLES
from gongkai.law.annual_report.form import cells

HEADS = {"title": "标题", "organ": "机关名称", "year": "年度", "signed_on": "落款日期"}
TABLES = {"proactive": "表二", "requests": "表三", "remedies": "表四"}
WHOLE = "全文"


def places(report: Report) -> dict[str, str]:
    """Every place by its key, in the order in which a person reads the report."""
    undivided = "requests.other_undivided.total" in report.figures
    found = {"": WHOLE, **HEADS}
    found |= {f"chapters.{key}": title for key, title in CHAPTER_TITLES.items()}
    found |= TABLES
    return found | {cell.key: cell.title for cell in cells(report.edition, undivided=undivided)}


def place_title(report: Report, where: str) -> str:
    """The name of one place; the key of a row or of a place unknown here gives the name of its table or of the whole."""
    known = places(report)
    return known.get(where) or known.get(where.partition(".")[0]) or WHOLE
