"""The tables of what organs hand in to their government's office, as docs/law/tables.md prints them."""

from gongkai.law.annual_report.summing import SUM_RULES
from gongkai.law.collection_states import BARS, MOVES, STATES, state
from tests.house.law_columns import CITE, DOUBT, Columns

COLLECTORS = {"collector": "收集机关", "system": "系统自动"}
SEVERITIES = {"error": "错误", "warning": "提醒", "note": "说明"}
EFFECTS = {"bar": "不能接收", "acknowledge": "逐条确认后接收", "none": "不影响"}

_STATES: Columns = (
    ("状态", lambda row: row.label),
    ("计入汇总", lambda row: "计入" if row.counts else ""),
    *CITE,
)
_MOVES: Columns = (
    ("步骤", lambda row: row.label),
    ("从", lambda row: state(row.start).label),
    ("到", lambda row: state(row.end).label),
    ("由谁", lambda row: COLLECTORS[row.who]),
    ("须写理由", lambda row: "须" if row.reason else ""),
    *CITE,
    *DOUBT,
)
_BARS: Columns = (
    ("核对结果", lambda row: SEVERITIES[row.severity]),
    ("接收时", lambda row: EFFECTS[row.effect]),
    ("规则", lambda row: row.rule),
    *CITE,
    *DOUBT,
)
TABLES = {2: "表二", 3: "表三", 4: "表四"}
_SUMS: Columns = (
    ("表", lambda row: TABLES[row.table]),
    ("怎样汇总", lambda row: row.rule),
    *CITE,
    *DOUBT,
)
COLLECTION_TABLES = (
    ("报送的年度报告的状态", STATES, _STATES),
    ("报送的年度报告的步骤", MOVES, _MOVES),
    ("核对结果与接收", BARS, _BARS),
    ("政府年度报告怎样汇总", SUM_RULES, _SUMS),
)
