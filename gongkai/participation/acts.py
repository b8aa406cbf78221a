"""Acts on consultations and what the public says in them, and who may do them; how the journal calls what they change."""

from gongkai.common.permissions import Act
from gongkai.law import contribution_states, public_consultation_states
from gongkai.law.public_consultations import ANSWERS, KINDS

ACTS = (
    Act("participation.view", "查看意见征集", {
        "clerk": "own", "reviewer": "own", "signer": "own", "supervisor": "below", "reader": "own",
    }),
    Act("participation.handle", "筹备意见征集，登记和归纳意见", {"clerk": "own"}),
    Act("participation.moderate", "审核公众的意见", {"clerk": "own", "reviewer": "own"}),
    Act("participation.read_personal", "查看提意见的人", {"clerk": "own", "signer": "own"}),
    Act("participation.decide", "延长、提前终止征集，登记决定", {"signer": "own"}),
    Act("participation.set_up", "设置意见征集规则", {"administrator": "own"}),
)  # fmt: skip

JOURNAL = {
    **{f"participation.{row.key}": f"{row.label}（意见）" for row in reversed(contribution_states.MOVES)},
    **{f"participation.{row.key}": f"{row.label}（意见征集）" for row in public_consultation_states.MOVES},
    "participation.plan": "筹备意见征集",
    "participation.change": "修改意见征集",
    "participation.comment": "收到意见",
    "participation.enter_comment": "登记意见",
    "participation.read_person": "查看提意见的人",
    "participation.add_point": "归纳一点意见",
    "participation.change_point": "修改归纳的意见",
    "participation.remove_point": "删去归纳的意见",
    "participation.draft_outcome": "起草征集结果",
    "participation.plan_hearing": "登记听证会",
    "participation.change_hearing": "修改听证会",
    "participation.add_participant": "登记听证参加人",
    "participation.list_participants": "公布听证参加人名单",
    "participation.deliver_papers": "登记听证会材料送达",
    "participation.set_rules": "设置意见征集规则",
}  # fmt: skip
"""What the journal calls acts that the matrix does not hold."""

FIELDS: dict[str, dict[str, str]] = {
    "participation.consultation": {
        "comment": "第几条意见",
        "point": "归纳的意见",
        "channel": "提出的方式",
        "paragraph": "第几段",
        "late": "截止后登记",
        "hidden_reason": "不显示的原因",
        "masked": "显示的文字有遮盖",
        "state": "状态",
        "until": "最后一日",
        "before": "原来的最后一日",
        "lengthened": "按规定延长到最短期限",
        "item": "信息",
        "hearing": "听证会",
        "participant": "听证参加人",
        "delivered_on": "材料送达日期",
        "answer": "答复",
        "name": "姓名",
        "contact": "联系方式",
    },
    "agencies.agency": {"outcome_days": "截止后几日内公布结果"},
}
"""What the journal calls keys that are no columns, by kind of record."""

VALUES = {
    ("participation.consultation", "kind"): {row.key: row.label for row in KINDS},
    ("participation.consultation", "answer"): {row.key: row.label for row in ANSWERS},
    ("participation.consultation", "channel"): {
        row.key: row.label for row in contribution_states.CHANNELS
    },
    ("participation.consultation", "hidden_reason"): {
        row.key: row.label for row in contribution_states.HIDING
    },
}
"""What the journal calls their values."""
