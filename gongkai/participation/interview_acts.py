"""Acts on live Q&A, and who may do them; how the journal calls what they change."""

from gongkai.common.permissions import Act
from gongkai.law.contribution_states import CHANNELS, HIDING
from gongkai.law.interview_states import MOVES, STATES

ACTS = (
    Act("participation.view_interviews", "查看在线访谈", {
        "clerk": "own", "reviewer": "own", "signer": "own", "supervisor": "below", "administrator": "below", "reader": "own",
    }),
    Act("participation.plan_interview", "筹备在线访谈，整理实录", {"clerk": "own"}),
    Act("participation.moderate_questions", "审核网友的提问", {"clerk": "own", "reviewer": "own"}),
    Act("participation.host_interview", "主持在线访谈，发出回答", {"clerk": "own", "reviewer": "own", "signer": "own"}),
    Act("participation.put_off_interview", "延期、取消在线访谈", {"signer": "own"}),
    Act("participation.read_asker", "查看提问人", {"clerk": "own"}),
    Act("participation.set_interview_rules", "设置在线访谈规则", {"administrator": "below"}),
)  # fmt: skip

JOURNAL = {
    **{f"participation.interview_{move.key}": f"{move.label}（在线访谈）" for move in MOVES},
    "participation.change_interview": "修改在线访谈",
    "participation.add_guest": "增加嘉宾",
    "participation.ask": "网友提问",
    "participation.enter_question": "登记提问",
    "participation.show_question": "显示提问",
    "participation.hide_question": "不显示提问",
    "participation.answer": "发出回答",
    "participation.say": "发出主持人的话",
    "participation.correct": "更正发出的话",
    "participation.draft_transcript": "整理访谈实录",
}
"""What the journal calls acts that the matrix does not hold."""

_KIND = "participation.interview"
FIELDS = {
    _KIND: {
        "before": "原定时间",
        "channel": "提出的方式",
        "guest": "嘉宾",
        "guests": "嘉宾",
        "hidden_reason": "不显示的原因",
        "item": "实录",
        "place": "第几段话",
        "question": "第几个提问",
        "starts_at": "开始时间",
        "state": "状态",
        "topic": "主题",
    },
    "agencies.agency": {"answer_days": "访谈没有来得及回答的几个工作日内答复"},
}
"""What the journal calls keys that are no columns, by kind of record."""

VALUES = {
    (_KIND, "state"): {row.key: row.label for row in STATES},
    (_KIND, "channel"): {row.key: row.label for row in CHANNELS},
    (_KIND, "hidden_reason"): {row.key: row.label for row in HIDING},
}
"""What the journal calls their values."""
