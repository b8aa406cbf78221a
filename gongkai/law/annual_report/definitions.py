"""TABLE of what each cell of the 2021 form counts: of which records, by which date, and what is done with the doubtful ones.

The form itself says little more than its labels; where it is silent the row says so in ``doubt``, and how it is counted here.
"""

from dataclasses import dataclass
from typing import Literal

from gongkai.law.annual_report.form import (
    BLOCKS,
    DIVIDED_OTHER_ROWS,
    FORM_2021,
    OUTCOME_ROWS,
    PROACTIVE_2021,
    REQUEST_COLUMNS,
    RESULTS,
    ProactiveLine,
    Row,
)
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

Records = Literal["documents", "returns", "cases", "remedies"]
RECORD_LABELS: dict[Records, str] = {
    "documents": "已公开的规章、行政规范性文件", "returns": "各部门报送的数据", "cases": "政府信息公开申请的案件", "remedies": "行政复议、行政诉讼的记录",
}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a row of the form counts. ``where`` is its dotted key without the column: ``requests.received``.

    ``counts``: what a piece is. ``decides``: the date that puts it into the year. ``aside``: split, joined, carried and mixed ones.
    """

    where: str
    records: Records
    unit: str
    counts: str
    decides: str
    cite: Cite
    aside: str = ""
    in_force: InForce = FORM_2021
    doubt: str = ""


_FORM = "年报格式"
_DOC = Cite(_FORM, part="表二")
_ALL_DECISIONS = "公开的和依法不公开的处理决定都计；按甘肃武威的编制通知，国家格式没有写明"
_LEAD = "联合制发的只由牵头机关计；从别的机关获取、转载的不计；修改后的文件仍按一件计"
_PIECE = "一件申请拆分办理的，按拆分后的各件计，原件不再计；合并办理的各计各的；更正申请和没有登记为申请的咨询、来件不计"
_ONCE = "复议、诉讼后重新答复的不再计件，仍计第一次的结果"
_NO_RULE = "格式没有写明计件的办法，这里按通行做法"


def _document(part: str, counts: str, decides: str, doubt: str = "") -> tuple[Definition, ...]:
    return tuple(
        Definition(f"proactive.{line}.{part}", "documents", "件", counts.format(name), decides, _DOC, _LEAD, doubt=doubt)
        for line, name in (("rules", "规章"), ("normative_documents", "行政规范性文件"))
    )


def _return(line: str, cite: Cite, counts: str, unit: str = "件", doubt: str = _ALL_DECISIONS) -> Definition:
    return Definition(f"proactive.{line}", "returns", unit, counts, "报送的时段在本年度之内", cite,
                      "各部门报送数之和；没有这项职权的报 0；还没有部门报送的，这一格空着，不推算", doubt=doubt)


def _outcome(row: Row) -> Definition:
    aside = "区分处理的只计这一情形，不计其他情形；" if row.key == "partly_granted" else ""
    return Definition(f"requests.{row.key}", "cases", "件", f"第一次答复（或者依法结案）为“{row.label.partition('（')[0]}”的申请",
                      "答复作出、依法不再处理的日期在本年度之内", row.cite, f"{aside}{_PIECE}；{_ONCE}", doubt=_NO_RULE)


DEFINITIONS: tuple[Definition, ...] = (
    *_document("issued", "本年度制发并已公开的{}", "成文日期在本年度之内",
               "格式只写“制发”；未公开的列为待办，不计入；应与司法行政部门的统计核对"),
    *_document("repealed", "本年度废止的{}", "废止日期在本年度之内", "到期失效的不计为废止，但不再计入现行有效，两年的件数因此可能不平"),
    *_document("in_force", "已公开、年度最后一日仍然有效的{}", "成文不晚于该日，且到该日没有废止、没有到期", "已成文、尚未施行的计入"),
    _return("permits", Cite("条例", 20, None, 5), "本年度作出的行政许可决定"),
    _return("penalties", Cite("条例", 20, None, 6), "本年度作出的行政处罚决定"),
    _return("compulsory_measures", Cite("条例", 20, None, 6), "本年度作出的行政强制决定"),
    _return("administrative_fees_wan_yuan", Cite("条例", 20, None, 8), "本年度收取的行政事业性收费", "万元",
            "信息处理费属于行政事业性收费，应含在内，系推定（非税目录如此归类）"),
    Definition("requests.received", "cases", "件", "本年度收到的政府信息公开申请", "收到申请之日在本年度之内", Cite("条例", 31), _PIECE,
               doubt="收到之日按《条例》第三十一条；补正的仍按第一次收到之日"),
    Definition("requests.carried_in", "cases", "件", "上年度收到、到上年度最后一日还没有答复的申请", "收到之日在本年度以前，且到上年度12月31日24时没有答复",
               Cite(_FORM, part="表三第二项"), "中止计时、等待补正、等待缴费的也在其内"),
    *(_outcome(row) for row in (*OUTCOME_ROWS, *DIVIDED_OTHER_ROWS)),
    Definition("requests.concluded", "cases", "件", "本年度办结的申请，即以上各种结果之和", "答复作出、依法不再处理的日期在本年度之内",
               Cite(_FORM, part="表三第三项"), _ONCE),
    Definition("requests.carried_out", "cases", "件", "到年度最后一日还没有答复的申请", "收到之日不晚于年度最后一日，且到当日24时没有答复",
               Cite(_FORM, part="表三第四项"), "延期的、征求意见的、等待补正的、等待缴费的都在其内"),
    *(
        Definition(f"remedies.{block.key}", "remedies", "件", f"因政府信息公开对本机关提起的{block.group}{'：' if block.group else ''}{block.label}",
                   "本机关的计件规则（受理之日、办结之日，或者年度内在办的都计）；结果按年度最后一日的状况", block.cite,
                   "一件申请先后复议、诉讼的，各计各的", doubt="格式没有写明按受理还是按审结的年度计，由机关在“办件规则”里定")
        for block in BLOCKS
    ),
)
RETURN_LINES: tuple[ProactiveLine, ...] = tuple(
    line for line in PROACTIVE_2021 if any(row.where == f"proactive.{line.key}" and row.records == "returns" for row in DEFINITIONS)
)
"""The lines of 表二 that departments hand in, as no record of the system holds them."""
_BY_PLACE = {row.where: row for row in DEFINITIONS}
_COLUMNS = {column.key: column.label for column in (*REQUEST_COLUMNS, *RESULTS)}


def definition_of(cell: str) -> Definition:
    """The definition of a cell of the 2021 form by its dotted key; raises KeyError."""
    return _BY_PLACE[cell] if cell in _BY_PLACE else _BY_PLACE[cell.rpartition(".")[0]]


def column_words(cell: str) -> str:
    """Which part of its row a cell counts: 申请人为“自然人”的, 结果为“结果维持”的; empty for a total and in 表二."""
    table, _, rest = cell.partition(".")
    column = rest.rpartition(".")[2]
    if column == "total" or table == "proactive":
        return ""
    return f"申请人为“{_COLUMNS[column]}”的" if table == "requests" else f"结果为“{_COLUMNS[column]}”的"


