"""Acts on annual reports, who may do them, and which act each move of the law's table asks for."""

from gongkai.common.permissions import Act
from gongkai.law.report_states import MOVES

ACTS = (
    Act("annual_reports.view", "查看年度报告", {
        "clerk": "own", "reviewer": "own", "signer": "own", "secrecy_reviewer": "own",
        "supervisor": "below", "administrator": "below", "reader": "own",
    }),
    Act("annual_reports.edit", "编制年度报告", {"clerk": "own"}),
    Act("annual_reports.review", "复核年度报告", {"reviewer": "own"}),
    Act("annual_reports.send_back", "退回年度报告", {"reviewer": "own", "signer": "own"}),
    Act("annual_reports.sign", "签发年度报告", {"signer": "own"}),
    Act("annual_reports.publish", "公布年度报告", {"signer": "own"}),
    Act("annual_reports.correct", "更正已公布的年度报告", {"clerk": "own", "signer": "own"}),
    Act("annual_reports.enter_returns", "填报部门数据", {"clerk": "own"}),
    Act("annual_reports.set_deadline", "确定乡镇年度报告公布日期", {"supervisor": "own"}),
    Act("annual_reports.compare", "比较各机关的年度报告", {"supervisor": "below"}),
    Act("annual_reports.set_population", "登记人口数", {"supervisor": "below"}),
    Act("annual_reports.collect", "收集下级机关的年度报告", {"supervisor": "own"}),
    Act("annual_reports.accept", "接收、退回下级机关的年度报告", {"supervisor": "own"}),
)  # fmt: skip

MOVES_TOLD = {
    "submit": "将年度报告送复核",
    "take_back": "撤回送审的年度报告",
    "review": "复核通过年度报告",
    "send_back": "将年度报告退回修改",
    "sign": "签发年度报告",
    "undo_signing": "撤销年度报告的签发",
    "publish": "公布年度报告",
    "begin_correction": "开始更正年度报告",
    "drop_correction": "放弃更正年度报告",
    "withdraw": "撤下年度报告",
}
JOURNAL = {
    "annual_reports.start": "建立年度报告",
    "annual_reports.save": "修改年度报告",
    "annual_reports.import": "导入年度报告文件",
    "annual_reports.take_compiled": "从记录生成年度报告的数据",
    "annual_reports.enter_return": "填报部门数据",
    "annual_reports.strike_return": "作废部门数据",
    "annual_reports.adopt_draft": "采用起草的年度报告文字",
    "annual_reports.mark_promise": "登记改进承诺",
    "annual_reports.drop_promise": "删去改进承诺的登记",
    "annual_reports.answer_promise": "答复上年的改进承诺",
    "annual_reports.count": "更新年度报告文中的计数",
    **{f"annual_reports.{move.key}": MOVES_TOLD[move.key] for move in MOVES},
    "annual_reports.set_population": "登记人口数",
    "annual_reports.hand_up": "报送年度报告",
    "annual_reports.take_batch": "收下一批年度报告文件",
    "annual_reports.end_batch": "读完一批年度报告文件",
    "annual_reports.choose_organ": "选定文件是哪个机关的年度报告",
    "annual_reports.accept": "接收报送的年度报告",
    "annual_reports.return": "退回报送的年度报告",
    "annual_reports.remind": "催报年度报告",
}
"""Words for the acts as the journal tells them."""
FIELDS = {"SHA-256": "校验值"}
"""Keys of before and after that are no names for people."""


def group_of(label: str) -> str:
    """Cells by their table; heads and chapters for themselves."""
    return label[:2] if label[:2] in {"表二", "表三", "表四"} else label


ACT_OF_MOVE = {
    ("submit", "draft"): "annual_reports.edit",
    ("submit", "correction"): "annual_reports.edit",
    ("take_back", "in_review"): "annual_reports.edit",
    ("review", "in_review"): "annual_reports.review",
    ("send_back", "in_review"): "annual_reports.review",
    ("send_back", "to_sign"): "annual_reports.sign",
    ("sign", "to_sign"): "annual_reports.sign",
    ("undo_signing", "signed"): "annual_reports.sign",
    ("publish", "signed"): "annual_reports.publish",
    ("begin_correction", "published"): "annual_reports.correct",
    ("begin_correction", "withdrawn"): "annual_reports.correct",
    ("drop_correction", "correction"): "annual_reports.correct",
    ("withdraw", "published"): "annual_reports.publish",
}
"""By the move and the state it leads out of; a test holds it against the table of the law."""
