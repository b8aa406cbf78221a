"""The tables of the law about requests, as they are printed: states, moves, notices, service, remedies."""

from collections.abc import Iterable

from gongkai.law.applicant_news import NEWS, News
from gongkai.law.applicants import APPLICANT_KINDS
from gongkai.law.case_notices import NOTICES
from gongkai.law.case_reminders import CASE_REMINDERS, CONFIRM_WITHIN
from gongkai.law.case_states import MOVES, STATES, state
from gongkai.law.decision_states import MOVES as REPLY_MOVES
from gongkai.law.decision_states import STATES as REPLY_STATES
from gongkai.law.decision_states import state as reply_state
from gongkai.law.outcome_needs import NEEDS, Need
from gongkai.law.outcomes import outcome
from gongkai.law.receipt import CHANNELS
from gongkai.law.record_corrections import CORRECTION_RESULTS
from gongkai.law.remedy_results import RESULTS
from gongkai.law.request_forms import WISHES
from gongkai.law.service_ways import WAYS
from tests.house.law_columns import CITE, DOUBT, WHO, Columns, Row

FACTS = {"sent": "发出、交邮之日", "received": "签收之日"}
DECIDERS = {"submitted": "提交之日", "signed": "签收之日", "confirmed": "确认之日"}
COLUMNS = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果"}
KINDS = {"form": "形式", "route": "途径"}


def yes(*, said: bool) -> str:
    return "是" if said else ""


def starts(move: Row) -> str:
    return "、".join(state(key).label for key in move.starts)


def occasion(row: News) -> str:
    """What brings news about: moves, or that a state ends soon."""
    if row.waits:
        return f"{state(row.waits).label}，最后一日前{row.left}个工作日"
    labels = (move.label for key in row.moves for move in MOVES if move.key == key)
    return "、".join(dict.fromkeys(labels))


def outcomes(need: Need) -> str:
    return "；".join(outcome(key).decision for key in need.outcomes)


CASE_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "收到申请之日",
        CHANNELS,
        (
            ("渠道", lambda row: row.label),
            ("以哪一天为准", lambda row: DECIDERS[row.decided_by]),
            *CITE,
        ),
    ),
    (
        "申请人的种类",
        APPLICANT_KINDS,
        (
            ("表三的栏", lambda row: row.label),
            ("身份证明", lambda row: row.identified_by),
            ("例", lambda row: row.examples),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "申请人要求的形式和途径",
        WISHES,
        (
            ("种类", lambda row: KINDS[row.kind]),
            ("选项", lambda row: row.label),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "申请的状态",
        STATES,
        (
            ("状态", lambda row: row.label),
            ("还应答复", lambda row: yes(said=row.open)),
            ("计入表三", lambda row: yes(said=row.counted)),
            *CITE,
        ),
    ),
    (
        "申请怎样一步一步办理",
        MOVES,
        (
            ("步骤", lambda row: row.label),
            ("从", starts),
            ("到", lambda row: state(row.end).label if row.end else "不变"),
            ("谁", lambda row: WHO[row.who]),
            ("另一人", lambda row: "应当" if row.second_person else ""),
            ("须写理由", lambda row: "须" if row.reason else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "答复的状态",
        REPLY_STATES,
        (
            ("状态", lambda row: row.label),
            ("等谁办", lambda row: WHO[row.waits_for]),
            *CITE,
        ),
    ),
    (
        "答复怎样拟办、审核、签发",
        REPLY_MOVES,
        (
            ("步骤", lambda row: row.label),
            ("从", lambda row: reply_state(row.start).label),
            ("到", lambda row: reply_state(row.end).label),
            ("谁", lambda row: WHO[row.who]),
            ("另一人", lambda row: "应当" if row.second_person else ""),
            ("须写理由", lambda row: "须" if row.reason else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "答复以前须有的情况",
        NEEDS,
        (
            ("答复", outcomes),
            ("没有时", lambda row: row.text),
            ("怎样办", lambda row: row.next_step),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "办理中的告知书",
        NOTICES,
        (
            ("名称", lambda row: row.title),
            ("须经批准", lambda row: yes(said=row.approved)),
            ("以收到之日为准", lambda row: yes(said=row.on_receipt)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "送达方式",
        WAYS,
        (
            ("方式", lambda row: row.label),
            ("是否按时以哪一天为准", lambda row: FACTS[row.in_time_by]),
            ("凭证", lambda row: row.proof),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "复议、诉讼的结果",
        RESULTS,
        (
            ("结果", lambda row: row.label),
            ("程序", lambda row: "行政诉讼" if row.in_court else "行政复议"),
            ("表四的栏", lambda row: COLUMNS[row.column]),
            ("须重新答复", lambda row: yes(said=row.reopens)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "更正申请的处理",
        CORRECTION_RESULTS,
        (
            ("处理", lambda row: row.decision),
            ("须说明理由", lambda row: yes(said=row.grounds)),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "办理期限的提醒",
        (*CASE_REMINDERS, CONFIRM_WITHIN),
        (
            ("期限", lambda row: row.about),
            ("还剩几个工作日", lambda row: row.left),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "告知申请人进展的事项",
        NEWS,
        (
            ("事项", lambda row: row.label),
            ("什么时候", occasion),
            ("说什么", lambda row: row.words + row.until.format("某日")),
            *CITE,
            *DOUBT,
        ),
    ),
)
