"""The statistical form of the annual report: its tables, rows, columns and cells, in the 2021 and the 2019 edition.

Everything that reads, checks, prints or edits a report walks these tables. A cell is named by a dotted key, the path of
the contract JSON: ``requests.received.total``. Balances stand in ``balances``, chapters in ``outline``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

Edition = Literal["2021", "2019"]
Number = Literal["integer", "decimal"]

FORM_2021 = InForce(date(2021, 9, 26))
FORM_2019 = InForce(date(2019, 5, 15), date(2021, 9, 25))
EITHER_FORM = InForce(date(2019, 5, 15))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of 表三 (an applicant kind) or of a block of 表四 (a result)."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of 表三. ``number`` and ``label`` are printed together; ``group`` is the heading the row stands under."""

    key: str
    number: str
    label: str
    group: str
    part: Literal["in", "outcome", "concluded", "out"]
    cite: Cite
    in_force: InForce = EITHER_FORM

    @property
    def title(self) -> str:
        """The row as the form prints it: 2.重复申请."""
        return self.number + self.label


@dataclass(frozen=True, slots=True)
class ProactiveLine:
    """A line of 表二: its item of art. 20, its label, and its cells as (key, column heading, kind of number)."""

    key: str
    label: str
    cells: tuple[tuple[str, str, Number], ...]
    cite: Cite
    in_force: InForce


@dataclass(frozen=True, slots=True)
class Block:
    """A block of 表四: reconsideration, or one of the two ways into court."""

    key: str
    label: str
    group: str
    cite: Cite
    in_force: InForce = EITHER_FORM


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``table`` is 2, 3 or 4; ``row`` and ``column`` are its labels as people know them."""

    key: str
    table: Literal[2, 3, 4]
    row: str
    column: str
    number: Number = "integer"

    @property
    def title(self) -> str:
        """The cell in words: 表三“一、本年新收政府信息公开申请数量”的“自然人”."""
        place = f"表{'〇一二三四'[self.table]}“{self.row}”"
        return f"{place}的“{self.column}”" if self.column else place


APPLICANTS: tuple[Column, ...] = (
    Column("natural_person", "自然人"),
    Column("enterprise", "商业企业"),
    Column("research_institution", "科研机构"),
    Column("public_welfare", "社会公益组织"),
    Column("legal_service", "法律服务机构"),
    Column("other_organization", "其他"),
)
TOTAL = Column("total", "总计")
REQUEST_COLUMNS: tuple[Column, ...] = (*APPLICANTS, TOTAL)

RESULTS: tuple[Column, ...] = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
)
REMEDY_COLUMNS: tuple[Column, ...] = (*RESULTS, TOTAL)

GRANTED, PARTLY, REFUSED = "（一）予以公开", "（二）部分公开", "（三）不予公开"
UNAVAILABLE, UNPROCESSED, OTHER = "（四）无法提供", "（五）不予处理", "（六）其他处理"
RESULTS_OF_YEAR = "三、本年度办理结果"

BALANCE_SENTENCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANT_HEAD = "申请人情况"
ORGANIZATIONS = "法人或其他组织"
CONTENT_HEAD = "信息内容"

_FORM = "年报格式"


def _row(key: str, number: str, label: str, group: str, cite: Cite, in_force: InForce = EITHER_FORM) -> Row:
    return Row(key, number, label, group, "outcome", cite, in_force)


RECEIVED = Row("received", "一、", "本年新收政府信息公开申请数量", "", "in", Cite("条例", 50, 1, 2))
CARRIED_IN = Row("carried_in", "二、", "上年结转政府信息公开申请数量", "", "in", Cite("条例", 50, 1, 2))
CONCLUDED = Row("concluded", "（七）", "总计", RESULTS_OF_YEAR, "concluded", Cite("条例", 50, 1, 2))
CARRIED_OUT = Row("carried_out", "四、", "结转下年度继续办理", "", "out", Cite("条例", 50, 1, 2))

OUTCOME_ROWS: tuple[Row, ...] = (
    _row("granted", "（一）", "予以公开", RESULTS_OF_YEAR, Cite("条例", 36, None, 2)),
    _row("partly_granted", "（二）", "部分公开（区分处理的，只计这一情形，不计其他情形）", RESULTS_OF_YEAR, Cite("条例", 37)),
    _row("refused_state_secret", "1.", "属于国家秘密", REFUSED, Cite("条例", 14)),
    _row("refused_forbidden_by_law", "2.", "其他法律行政法规禁止公开", REFUSED, Cite("条例", 14)),
    _row("refused_security_and_stability", "3.", "危及“三安全一稳定”", REFUSED, Cite("条例", 14)),
    _row("refused_third_party_rights", "4.", "保护第三方合法权益", REFUSED, Cite("条例", 15)),
    _row("refused_internal_affairs", "5.", "属于三类内部事务信息", REFUSED, Cite("条例", 16, 1)),
    _row("refused_process_information", "6.", "属于四类过程性信息", REFUSED, Cite("条例", 16, 2)),
    _row("refused_enforcement_file", "7.", "属于行政执法案卷", REFUSED, Cite("条例", 16, 2)),
    _row("refused_inquiry_matter", "8.", "属于行政查询事项", REFUSED, Cite("条例", 36, None, 7)),
    _row("unavailable_not_held", "1.", "本机关不掌握相关政府信息", UNAVAILABLE, Cite("条例", 36, None, 4)),
    _row("unavailable_must_be_created", "2.", "没有现成信息需要另行制作", UNAVAILABLE, Cite("条例", 38)),
    _row("unavailable_still_unclear", "3.", "补正后申请内容仍不明确", UNAVAILABLE, Cite("条例", 30)),
    _row("unprocessed_petition", "1.", "信访举报投诉类申请", UNPROCESSED, Cite("条例", 39, 1)),
    _row("unprocessed_repeated", "2.", "重复申请", UNPROCESSED, Cite("条例", 36, None, 6)),
    _row("unprocessed_publication", "3.", "要求提供公开出版物", UNPROCESSED, Cite("条例", 39, 2)),
    _row("unprocessed_excessive", "4.", "无正当理由大量反复申请", UNPROCESSED, Cite("条例", 35)),
    _row("unprocessed_reconfirmation", "5.", "要求行政机关确认或重新出具已获取信息", UNPROCESSED, Cite(_FORM, part="表三（五）5")),
)
DIVIDED_OTHER_ROWS: tuple[Row, ...] = (
    _row("other_clarification_lapsed", "1.", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", OTHER,
         Cite("条例", 30), FORM_2021),
    _row("other_fee_lapsed", "2.", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", OTHER,
         Cite("信息处理费办法", 6), FORM_2021),
    _row("other_miscellaneous", "3.", "其他", OTHER, Cite(_FORM, part="表三（六）3"), FORM_2021),
)
UNDIVIDED_OTHER_ROW = _row("other_undivided", "（六）", "其他处理", RESULTS_OF_YEAR, Cite("年报格式（试行）", part="表三（六）"))


def outcome_rows(*, undivided: bool) -> tuple[Row, ...]:
    """The rows that （七）总计 adds up; ``undivided`` takes （六）其他处理 as one row."""
    return OUTCOME_ROWS + ((UNDIVIDED_OTHER_ROW,) if undivided else DIVIDED_OTHER_ROWS)


def request_rows(*, undivided: bool) -> tuple[Row, ...]:
    """All data rows of 表三 in printed order."""
    return (RECEIVED, CARRIED_IN, *outcome_rows(undivided=undivided), CONCLUDED, CARRIED_OUT)


def _counts(*names: tuple[str, str]) -> tuple[tuple[str, str, Number], ...]:
    return tuple((key, label, "integer") for key, label in names)


_KEPT = _counts(("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数"))
_MADE = _counts(("made", "本年新制作数量"), ("newly_disclosed", "本年新公开数量"), ("disclosed_total", "对外公开总数量"))
_DECIDED = _counts(("", "本年处理决定数量"))
_CHANGED = _counts(("previous_items", "上一年项目数量"), ("change", "本年增/减"), ("decisions", "处理决定数量"))

PROACTIVE_2021: tuple[ProactiveLine, ...] = (
    ProactiveLine("rules", "规章", _KEPT, Cite("条例", 20, None, 1), FORM_2021),
    ProactiveLine("normative_documents", "行政规范性文件", _KEPT, Cite("条例", 20, None, 1), FORM_2021),
    ProactiveLine("permits", "行政许可", _DECIDED, Cite("条例", 20, None, 5), FORM_2021),
    ProactiveLine("penalties", "行政处罚", _DECIDED, Cite("条例", 20, None, 6), FORM_2021),
    ProactiveLine("compulsory_measures", "行政强制", _DECIDED, Cite("条例", 20, None, 6), FORM_2021),
    ProactiveLine("administrative_fees_wan_yuan", "行政事业性收费", (("", "本年收费金额（单位：万元）", "decimal"),),
                  Cite("条例", 20, None, 8), FORM_2021),
)
PROACTIVE_2019: tuple[ProactiveLine, ...] = (
    ProactiveLine("rules", "规章", _MADE, Cite("条例", 20, None, 1), FORM_2019),
    ProactiveLine("normative_documents", "规范性文件", _MADE, Cite("条例", 20, None, 1), FORM_2019),
    ProactiveLine("permits", "行政许可", _CHANGED, Cite("条例", 20, None, 5), FORM_2019),
    ProactiveLine("other_services", "其他对外管理服务事项", _CHANGED, Cite("条例", 20, None, 5), FORM_2019),
    ProactiveLine("penalties", "行政处罚", _CHANGED, Cite("条例", 20, None, 6), FORM_2019),
    ProactiveLine("compulsory_measures", "行政强制", _CHANGED, Cite("条例", 20, None, 6), FORM_2019),
    ProactiveLine("administrative_fees", "行政事业性收费", _CHANGED[:2], Cite("条例", 20, None, 8), FORM_2019),
    ProactiveLine("procurement", "政府集中采购",
                  (("items", "采购项目数量", "integer"), ("amount_yuan", "采购总金额", "decimal")),
                  Cite("条例", 20, None, 9), FORM_2019),
)

BLOCKS: tuple[Block, ...] = (
    Block("reconsideration", "行政复议", "", Cite("条例", 50, 1, 3)),
    Block("litigation_direct", "未经复议直接起诉", "行政诉讼", Cite("条例", 50, 1, 3)),
    Block("litigation_after_reconsideration", "复议后起诉", "行政诉讼", Cite("条例", 50, 1, 3)),
)


def proactive_lines(edition: Edition) -> tuple[ProactiveLine, ...]:
    """The lines of 表二 in that edition of the form."""
    return PROACTIVE_2021 if edition == "2021" else PROACTIVE_2019


def proactive_cells(edition: Edition) -> Iterator[Cell]:
    """The cells of 表二, line by line."""
    for line in proactive_lines(edition):
        for part, heading, number in line.cells:
            key = f"proactive.{line.key}.{part}" if part else f"proactive.{line.key}"
            yield Cell(key, 2, line.label, heading, number)


def request_cells(*, undivided: bool) -> Iterator[Cell]:
    """The cells of 表三, row by row."""
    for row in request_rows(undivided=undivided):
        heading = row.group.partition("、")[0] if row.group == RESULTS_OF_YEAR else row.group[:3]
        for column in REQUEST_COLUMNS:
            yield Cell(f"requests.{row.key}.{column.key}", 3, heading + row.title, column.label)


def remedy_cells() -> Iterator[Cell]:
    """The cells of 表四, block by block."""
    for block in BLOCKS:
        for column in REMEDY_COLUMNS:
            yield Cell(f"remedies.{block.key}.{column.key}", 4, block.group + block.label, column.label)


def cells(edition: Edition, *, undivided: bool) -> tuple[Cell, ...]:
    """Every cell of the form in printed order: 200 in the 2021 form, of which 175 in 表三."""
    return (*proactive_cells(edition), *request_cells(undivided=undivided), *remedy_cells())
