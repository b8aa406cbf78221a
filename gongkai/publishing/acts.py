"""Acts on items of information and columns, and who may do them."""

from gongkai.common.permissions import Act
from gongkai.law.columns import COLUMNS
from gongkai.law.publication_states import MOVES
from gongkai.law.publication_steps import CONCLUSIONS, STEPS
from gongkai.publishing.checks.table import CHECKS, SEVERITY_LABELS
from gongkai.publishing.presentations import PRESENTATIONS

ACTS = (
    Act("publishing.view", "查看信息发布", {
        "clerk": "own", "reviewer": "own", "signer": "own", "secrecy_reviewer": "own",
        "supervisor": "below", "administrator": "below", "reader": "own",
    }),
    Act("publishing.edit", "起草和修改信息", {"clerk": "own"}),
    Act("publishing.review", "审核信息", {"reviewer": "own"}),
    Act("publishing.review_secrecy", "保密审查", {"secrecy_reviewer": "own"}),
    Act("publishing.override", "对检查发现的问题写明理由放行", {"reviewer": "own", "secrecy_reviewer": "own", "signer": "own"}),
    Act("publishing.publish", "签发信息", {"signer": "own"}),
    Act("publishing.publish_urgently", "紧急发布信息", {"signer": "own"}),
    Act("publishing.approve_later", "补审紧急发布的信息", {"reviewer": "own", "signer": "own"}),
    Act("publishing.tie", "关联信息", {"clerk": "own", "signer": "own"}),
    Act("publishing.set_validity", "修改有效性", {"signer": "own"}),
    Act("publishing.withdraw", "撤回信息", {"signer": "own"}),
    Act("publishing.hand_over", "移交档案馆、图书馆", {"clerk": "own", "administrator": "own"}),
    Act("publishing.set_up", "设置栏目", {"administrator": "below"}),
)  # fmt: skip

JOURNAL = {
    **{f"publishing.{move.key}": f"{move.label}（信息发布）" for move in reversed(MOVES)},
    "publishing.create_draft": "建立草稿",
    "publishing.give_draft": "移交草稿",
    "publishing.save_draft": "修改草稿",
    "publishing.restore": "用旧版本作为草稿",
    "publishing.choose_presentation": "换一种形式",
    "publishing.link": "关联信息",
    "publishing.unlink": "解除关联",
    "publishing.set_plan": "设置审核步骤",
    "publishing.set_timer_rules": "设置送审期限和提醒",
    "publishing.confirm": "核对已公开的信息，确认无误",
    "publishing.no_interpretation": "说明不需要解读",
    "publishing.set_aftercare": "设置解读和核对的日子",
    "publishing.add_column": "增加栏目",
    "publishing.change_column": "修改栏目",
    "publishing.move_column": "移动栏目",
    "publishing.close_column": "停止栏目",
    "publishing.reopen_column": "恢复栏目",
    "publishing.move_item": "换栏目",
    "publishing.mask": "遮盖个人信息",
    "publishing.mask_file": "遮盖附件里的个人信息",
    "publishing.set_checks": "设置发布前检查",
    "publishing.add_word": "添加不用的写法",
    "publishing.remove_word": "删去不用的写法",
    "publishing.add_entry": "增加标准目录的一行",
    "publishing.change_entry": "修改标准目录的一行",
    "publishing.remove_entry": "删去标准目录的一行",
    "publishing.prepare_batch": "提交批量清单",
    "publishing.confirm_batch": "确认批量送审",
    "publishing.drop_batch": "不办批量清单",
    "publishing.end_batch": "批量送审办完",
    "publishing.bring_over": "从旧网站迁入",
    "publishing.settle_old_columns": "对应旧网站的栏目",
    "publishing.set_index_pattern": "修改索引号的写法",
}
"""What the journal calls acts that the matrix does not hold."""

FIELDS = {
    "publishing.handover": {
        "count": "条数",
        "receiver": "移交给",
        "since": "公开日期起",
        "until": "公开日期止",
    },
    "publishing.item": {
        "author": "起草人",
        "check": "检查",
        "conclusion": "保密审查结论",
        "dropped": "放弃的版次",
        "file": "附件",
        "from": "依据的版次",
        "kind": "关联方式",
        "recheck_on": "下次核对",
        "late": "逾期公开",
        "later_review": "补审",
        "mark": "问题的记号",
        "note": "给公众的说明",
        "number": "版次",
        "old_addresses": "旧网址",
        "presentation": "形式",
        "old_site": "迁自",
        "old_site_day": "在旧网站公开的日期",
        "evidence": "这一日期的依据",
        "remarks": "写在具体位置的意见（处）",
        "said": "检查出的问题",
        "sha256": "校验值",
        "step": "审核步骤",
        "target": "关联的信息",
        "values": "遮盖了几项",
        "withdrawn": "撤回的版次",
    },
    "publishing.batch": {"rows": "行数", "handed_in": "送审（条）", "refused": "没有办成（条）"},
    "agencies.agency": {
        "column": "栏目",
        "columns": "栏目",
        "index_pattern": "索引号的写法",
        "steps": "审核步骤",
        "interpretation_days": "公开后几个工作日内解读",
        "recheck_months": "各体裁每几个月核对",
        "hand_in_days": "部门几个工作日内送审",
        "reminder_days": "第几个工作日提醒",
        "old_columns": "旧网站的栏目对应到",
        "wrong": "不用的写法",
        "right": "应写成",
        "reason": "理由",
        **{row.key: row.label for row in CHECKS},
    },
}
"""What the journal calls keys that are no columns, by kind of record."""
_STEPS = {row.key: row.label for row in STEPS}
_COLUMNS = {row.key: row.title for row in COLUMNS}
VALUES = {
    ("publishing.item", "check"): {row.key: row.label for row in CHECKS},
    ("publishing.item", "column"): _COLUMNS,
    ("publishing.item", "presentation"): {row.key: row.label for row in PRESENTATIONS.values()},
    ("publishing.item", "conclusion"): {row.key: row.label for row in CONCLUSIONS},
    ("publishing.item", "later_review"): {"agreed": "同意", "objected": "不同意"},
    ("publishing.item", "step"): _STEPS,
    ("publishing.item", "kind"): {"interprets": "解读", "repeals": "废止", "amends": "修改"},
    ("agencies.agency", "columns"): _COLUMNS,
    ("agencies.agency", "steps"): _STEPS,
    **{("agencies.agency", row.key): dict(SEVERITY_LABELS) for row in CHECKS},
}
"""What the journal calls their values."""
