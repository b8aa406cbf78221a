"""The tables of the law about public consultations and contributions of the public, as docs/law/tables.md prints them."""

from collections.abc import Iterable

from gongkai.law import contribution_states as contributions
from gongkai.law import public_consultation_states as consultations
from gongkai.law.public_consultations import ANSWERS, HEARING_RULES, KINDS, OUTCOME_RULE, REACHES
from tests.house.law_columns import CITE, DOUBT, WHO, Columns, Row, organs

LABEL: Columns = (("名称", lambda row: row.label),)
PARTICIPATION_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    ("公开征求意见的事项", KINDS, (*LABEL, *CITE, *DOUBT)),
    ("公开征求意见的状态", consultations.STATES, (*LABEL, ("还须公布结果", lambda row: "是" if row.owes else ""), *CITE, *DOUBT)),
    (
        "公开征求意见的步骤",
        consultations.MOVES,
        (
            ("步骤", lambda row: row.label),
            ("从", lambda row: consultations.state(row.start).label),
            ("到", lambda row: consultations.state(row.end).label),
            ("由谁", lambda row: WHO[row.who]),
            ("须公布理由", lambda row: "须" if row.reason else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    ("对意见的答复", ANSWERS, (*LABEL, ("须说明理由", lambda row: "须" if row.reason else ""), *CITE, *DOUBT)),
    ("《决策程序条例》对哪些机关", REACHES, (("机关", lambda row: organs(row.organs)), ("怎样", lambda row: row.how), *CITE)),
    ("听证会以前和以后", HEARING_RULES, (("做什么", lambda row: row.label), *CITE, *DOUBT)),
    ("公布征集结果的期限", (OUTCOME_RULE,), (("截止后", lambda row: row.length), *CITE, *DOUBT)),
    ("公众意见的状态", contributions.STATES, (*LABEL, ("公众可以看", lambda row: "是" if row.public else ""), *CITE, *DOUBT)),
    (
        "公众意见的审核",
        contributions.MOVES,
        (
            ("步骤", lambda row: row.label),
            ("从", lambda row: contributions.state(row.start).label),
            ("到", lambda row: contributions.state(row.end).label),
            ("须有原因", lambda row: "须" if row.reason else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    ("公众提意见的方式", contributions.CHANNELS, (*LABEL, ("由工作人员登记", lambda row: "是" if row.typed_in else ""), *CITE)),
    ("意见不显示的原因", contributions.HIDING, (*LABEL, ("仍须答复", lambda row: "是" if row.answered else ""), *CITE, *DOUBT)),
)  # fmt: skip
