"""How the form's rows and headings are spelt in the wild, as bare text. The form itself stands in ``law``.

Knowledge about spelling lives here and nowhere else; a new variant seen in a real report is one more word.
"""

from functools import cache

from gongkai.law.annual_report.form import (
    DIVIDED_OTHER_ROWS,
    RESULTS_OF_YEAR,
    UNDIVIDED_OTHER_ROW,
    ProactiveLine,
    Row,
    request_rows,
)
from gongkai.paperwork.reading.normalise import bare

ROWS: tuple[Row, ...] = (
    *(
        row
        for row in request_rows(undivided=False)
        if row.part in {"in", "outcome"} and row not in DIVIDED_OTHER_ROWS
    ),
    UNDIVIDED_OTHER_ROW,
    *DIVIDED_OTHER_ROWS,
    *(row for row in request_rows(undivided=False) if row.part in {"concluded", "out"}),
)
"""Every row that 表三 may have, the undivided （六）其他处理 before the three that replace it."""

ALTERNATIVES: tuple[frozenset[int], ...] = (
    frozenset({ROWS.index(UNDIVIDED_OTHER_ROW)}),
    frozenset(ROWS.index(row) for row in DIVIDED_OTHER_ROWS),
)
"""The two ways to print （六）其他处理, each as the rows that it leaves out."""

GROUPS = {bare(row.group) for row in ROWS if row.group} - {bare(UNDIVIDED_OTHER_ROW.title)}
"""The names of 表三's groups of rows, none of which is a row; （六）其他处理 may be one."""

_ROW_VARIANTS: dict[str, tuple[str, ...]] = {
    "received": ("一本年新收政府信息公开申请", "一本年新收", "本年新收政府信息公开申请"),
    "carried_in": ("二上年结转政府信息公开申请", "二上年结转", "上年结转政府信息公开申请"),
    "partly_granted": ("二部分公开", "部分公开", "二部分公开区分处理的只计这一情形"),
    "refused_security_and_stability": ("3危及三安全一稳定",),
    "unavailable_not_held": ("1本机关不掌握",),
    "unprocessed_petition": ("1信访举报投诉类",),
    "unprocessed_reconfirmation": ("5要求行政机关确认或重新出具",),
    "other_clarification_lapsed": (
        "1申请人无正当理由逾期不补正",
        "1逾期不补正",
        "1申请人逾期不补正",
    ),
    "other_fee_lapsed": ("2申请人逾期未按收费通知要求缴纳费用", "2逾期不缴费", "2逾期未缴费"),
    "concluded": ("七总计", "总计", "合计", "七合计"),
    "carried_out": (
        "结转下年度继续办理",
        "四结转下年度",
        "结转下年继续办理",
        "四结转下一年度继续办理",
    ),
}


@cache
def row_variants(row: Row) -> tuple[str, ...]:
    """Every bare spelling of a row of 表三."""
    own = [bare(row.title), bare(row.label), *_ROW_VARIANTS.get(row.key, ())]
    if row.group and row.group != RESULTS_OF_YEAR:
        own = [label for label in own if label != "其他"]
    return tuple(dict.fromkeys(own))


COLUMN_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("自然人",),
    ("商业企业", "企业", "商业"),
    ("科研机构", "科研"),
    ("社会公益组织", "公益组织", "社会公益"),
    ("法律服务机构", "法律服务", "法律"),
    ("其他", "其它"),
    ("总计", "合计", "总数"),
)
"""Spellings of the seven columns of 表三."""

RESULT_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("结果维持", "维持"),
    ("结果纠正", "纠正", "结果纠错"),
    ("其他结果", "其它结果"),
    ("尚未审结", "未审结"),
    ("总计", "合计"),
)
"""Spellings of the five columns of each block of 表四."""

_LINE_VARIANTS: dict[str, tuple[str, ...]] = {
    "rules": ("规章", "政府规章", "部门规章"),
    "normative_documents": ("行政规范性文件", "规范性文件"),
    "permits": ("行政许可",),
    "other_services": ("其他对外管理服务事项", "其它对外管理服务事项", "其他对外管理服务"),
    "penalties": ("行政处罚",),
    "compulsory_measures": ("行政强制", "行政强制措施"),
    "administrative_fees": ("行政事业性收费", "行政事业收费"),
    "administrative_fees_wan_yuan": ("行政事业性收费", "行政事业收费"),
    "procurement": ("政府集中采购", "集中采购", "政府采购"),
}


def line_variants(line: ProactiveLine) -> tuple[str, ...]:
    """Every bare spelling of a line of 表二."""
    return _LINE_VARIANTS[line.key]


HEADINGS_OF_2021 = ("制发件数", "废止件数", "现行有效", "处理决定数量本年", "收费金额")
HEADINGS_OF_2019 = ("新制作数量", "新公开数量", "对外公开总数", "上一年项目数量", "采购项目数量")
LINES_OF_2019 = ("其他对外管理服务事项", "政府集中采购")
HEADS = (
    "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织"
    "法律服务机构其他行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计"
    "结果维持结果纠正其他结果尚未审结总计信息内容本年制发件数本年废止件数现行有效件数本年处理决定数量本年收费金额单位万元"
)
"""The words of the tables' heads, to tell a head printed as text from a sentence."""
