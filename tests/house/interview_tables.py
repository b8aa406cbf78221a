"""The tables of the law about live Q&A, as docs/law/tables.md prints them."""

from collections.abc import Iterable

from gongkai.law.interview_states import MOVES, OVERRUNS, STATES, state
from tests.house.law_columns import CITE, DOUBT, WHO, Columns, Row

INTERVIEW_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "在线访谈的状态",
        STATES,
        (
            ("状态", lambda row: row.label),
            ("收提问", lambda row: "收" if row.asks else ""),
            *CITE,
        ),
    ),
    (
        "在线访谈的步骤",
        MOVES,
        (
            ("步骤", lambda row: row.label),
            ("从", lambda row: state(row.start).label),
            ("到", lambda row: state(row.end).label),
            ("由谁", lambda row: WHO[row.who]),
            ("须公布理由", lambda row: "须" if row.reason else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "在线访谈最迟什么时候结束",
        OVERRUNS,
        (("规则", lambda row: row.rule), ("超过", lambda row: row.length), *CITE, *DOUBT),
    ),
)
