"""TABLE of the articles that pages quote to officers and applicants as the reason for what they ask: one row a duty or a right.

Not here: lengths of time (``periods``), what must be published (``catalogue``), and who may do which move (states).
"""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, NoRuleInForce, rows_in_force


@dataclass(frozen=True, slots=True)
class Duty:
    """What the article asks of the organ, or gives to people."""

    key: str
    title: str
    cite: Cite
    in_force: InForce = InForce(date(2019, 5, 15))


DUTIES: tuple[Duty, ...] = (
    Duty("keep_report", "政府信息公开工作机构组织编制年度报告", Cite("条例", 4, 2, 3)),
    Duty("be_convenient", "遵循公正、公平、合法、便民的原则", Cite("条例", 5)),
    Duty("be_accurate", "及时、准确地公开政府信息", Cite("条例", 6, 1)),
    Duty("hear_criticism", "公民、法人和其他组织有权监督，提出批评和建议", Cite("条例", 9)),
    Duty("joint_information", "联合制作的由牵头机关负责公开", Cite("条例", 10)),
    Duty("write_guide", "编制、公布政府信息公开指南，写明规定的内容", Cite("条例", 12, 2)),
    Duty("keep_directory", "编制、公布政府信息公开目录", Cite("条例", 12, 3)),
    Duty("decide_attribute", "确定主动公开、依申请公开或者不公开", Cite("条例", 13)),
    Duty("keep_secrets", "国家秘密等不予公开", Cite("条例", 14)),
    Duty("protect_people", "商业秘密、个人隐私不得公开", Cite("条例", 15)),
    Duty("review", "公开之前审查", Cite("条例", 17)),
    Duty("review_each", "对拟公开的信息逐项进行保密审查", Cite("保密法实施条例", 42), InForce(date(2024, 9, 1))),
    Duty("set_review", "建立健全公开审查机制，明确审查的程序和责任", Cite("条例", 17, 1)),
    Duty("reassess", "定期评估不予公开的信息", Cite("条例", 18)),
    Duty("publish_kinds", "主动公开规定的十五类信息", Cite("条例", 20)),
    Duty("count_documents", "统计规章、行政规范性文件的件数", Cite("年报格式", part="表二")),
    Duty("decide_contents", "按照上级的部署确定本机关主动公开的具体内容", Cite("条例", 22)),
    Duty("keep_platform", "政府信息公开平台具备检索、查阅、下载等功能", Cite("条例", 24)),
    Duty("give_to_archives", "向国家档案馆、公共图书馆提供主动公开的信息", Cite("条例", 25, 3)),
    Duty("right_to_request", "公民、法人和其他组织可以申请获取政府信息", Cite("条例", 27)),
    Duty("write_request", "书面申请，书写有困难的可以口头提出", Cite("条例", 29)),
    Duty("fix_receipt", "收到申请的时间按提交的方式确定", Cite("条例", 31)),
    Duty("time_not_counted", "征求意见所需时间不计算在内", Cite("条例", 33, 3)),
    Duty("answer_published", "已经主动公开的，告知获取的方式、途径", Cite("条例", 36, None, 1)),
    Duty("petition_elsewhere", "信访、投诉、举报等活动不作为政府信息公开申请处理", Cite("条例", 39, 1)),
    Duty("publication_elsewhere", "要求提供公开出版物的，可以告知获取的途径", Cite("条例", 39, 2)),
    Duty("correct_records", "申请更正与自身有关的不准确的记录", Cite("条例", 41)),
    Duty("charge_fee", "依申请提供不收费，明显超过合理范围的可以收取信息处理费", Cite("条例", 42)),
    Duty("help_people", "公民阅读困难、有视听障碍的，提供必要的帮助", Cite("条例", 43)),
    Duty("make_proactive_several", "多个申请人申请公开相同信息，可以公开的，可以纳入主动公开的范围", Cite("条例", 44, 1)),
    Duty("make_proactive_suggested", "申请人建议主动公开的，属于主动公开范围的应当及时主动公开", Cite("条例", 44, 2)),
    Duty("keep_register", "建立健全申请登记、审核、办理、答复、归档的工作制度", Cite("条例", 45)),
    Duty("publish_report", "公布年度报告", Cite("条例", 49)),
    Duty("fill_report", "年度报告应当包括的内容", Cite("条例", 50)),
    Duty("complain", "投诉、举报，申请行政复议，提起行政诉讼", Cite("条例", 51)),
)  # fmt: skip


def duty(key: str, on: date) -> Duty:
    """The duty of that name on the day; raises NoRuleInForce where there is none."""
    for row in rows_in_force(DUTIES, on):
        if row.key == key:
            return row
    raise NoRuleInForce(f"{on.isoformat()} 没有名为 {key} 的规定")
