"""What the organ answers in each of the ways a request may end, and in which row of 表三 that is counted.

The rows are written out here once more, and not looked up: the plan is to be an account of its own.
"""

from dataclasses import dataclass

from gongkai.casework.replies import Part, Reply
from gongkai.law.outcomes import outcome as law_of

STATEMENT = "本机关收到您的申请后依法办理，现答复如下。"
ELSEWHERE = {
    "organ_name": "演示县人民政府办公室",
    "organ_contact": "演示县城关镇示例路1号，0000-0000000",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to end. ``row`` of 表三; ``says`` in the order in which the outcome asks for it."""

    row: str
    says: tuple[str, ...]
    reason: str = ""
    parts: tuple[Part, ...] = ()
    elsewhere: bool = False

    def reply(self, outcome: str) -> Reply:
        """The reply that says so."""
        named = ELSEWHERE if self.elsewhere else {}
        return Reply(outcome, STATEMENT, self.reason, says=self.says, parts=self.parts, **named)


def _article(outcome: str) -> str:
    """The article on which an outcome rests, as letters name it."""
    return str(law_of(outcome).cite)


def _refused(outcome: str, row: str, reason: str, *more: str) -> Answer:
    return Answer(row, (_article(outcome), *more), reason)


ANSWERS: dict[str, Answer] = {
    "already_public": Answer("granted", ("在本机关网站“法定主动公开内容”栏目查阅",)),
    "provided": Answer("granted", ("所申请文件的复印件（演示数据），3页",)),
    "told_when_and_where": Answer("granted", ("到便民服务大厅政府信息查阅点查阅", "工作日8时30分至12时")),
    "provided_in_other_form": Answer("granted", ("原件为成册图纸，不便复制", "图纸的扫描件（演示数据），1份")),
    "disclosed_in_public_interest": Answer(
        "granted", ("污水处理站排放检测记录（演示数据），4页",), "不公开可能对下游村民的饮水安全造成重大影响。"),
    "partly_granted": Answer(
        "partly_granted", ("分村汇总表", f"各户姓名、账号，依据{_article('third_party_rights')}"), "各户姓名、账号属于个人隐私。",
        (Part("分村汇总表", given=True), Part("各户姓名、账号", given=False, ground="third_party_rights", reason="属于个人隐私")),
    ),
    "state_secret": _refused("state_secret", "refused_state_secret", "所申请的文件标有密级，尚未解密。"),
    "forbidden_by_law": _refused(
        "forbidden_by_law", "refused_forbidden_by_law", "所申请的内容是统计调查中获得的单个调查对象的资料。",
        "《中华人民共和国统计法》关于保密的规定",
    ),
    "security_and_stability": _refused("security_and_stability", "refused_security_and_stability", "公开水库调度的点位可能危及公共安全。"),
    "third_party_rights": _refused("third_party_rights", "refused_third_party_rights", "所申请的内容是他人的家庭困难情况，属于个人隐私。"),
    "third_party_objects": _refused(
        "third_party_objects", "refused_third_party_rights", "合同中的单价构成属于商业秘密，第三方不同意公开。",
        "已书面征求第三方意见，第三方不同意公开并说明了理由",
    ),
    "internal_affairs": _refused("internal_affairs", "refused_internal_affairs", "属于机关值班安排，是内部工作流程信息。"),
    "process_information": _refused("process_information", "refused_process_information", "属于会议讨论记录，是过程性信息。"),
    "enforcement_file": _refused("enforcement_file", "refused_enforcement_file", "属于行政执法案卷信息，有关人员可以依法查阅案卷。"),
    "inquiry_matter": Answer("refused_inquiry_matter", ("依照《不动产登记暂行条例》，到不动产登记机构查询", "不动产登记资料")),
    "nonexistent": Answer(
        "unavailable_not_held", ("以申请所写名称为关键词检索公文系统和2019年以来的档案，没有相应记录",),
        "本机关没有制作也没有获取该信息。",
    ),
    "not_responsible": Answer(
        "unavailable_not_held", ("演示县人民政府办公室，演示县城关镇示例路1号",), "该信息由演示县人民政府制作、保存。", elsewhere=True),
    "must_be_created": Answer(
        "unavailable_must_be_created", ("本机关只有分村的原始登记，没有按年龄分组的统计，需要重新加工",), "没有现成的信息。"),
    "still_unclear": Answer(
        "unavailable_still_unclear", ("已告知补正，申请人作了补正", "补正以后仍然没有写明是哪一项工程"), "申请内容仍不明确。"),
    "petition": Answer("unprocessed_petition", ("镇综治中心信访接待窗口，0000-0000003",), "所提内容是对村务处理的投诉。"),
    "repeated": Answer("unprocessed_repeated", ("见上次答复",), "相同内容已经答复。"),
    "publication": Answer("unprocessed_publication", ("可以在新华书店购买，或者在县图书馆查阅",), "所申请的是公开出版物。"),
    "excessive": Answer(
        "unprocessed_excessive", ("申请人称“想多了解一些”", "没有说明需要如此大量、反复获取的理由"),
        "数量、频次明显超过合理范围。",
    ),
    "reconfirmation": Answer("unprocessed_reconfirmation", ("申请人已于上一年领取该文件",), "要求重新出具已经获取的信息。"),
    "clarification_lapsed": Answer("other_clarification_lapsed", ("补正告知书已经送达，期限已满",), "逾期没有补正，也没有说明正当理由。"),
    "fee_lapsed": Answer("other_fee_lapsed", ("收费通知书已经送达，缴费期限已满",), "逾期没有缴费。"),
    "not_a_request": Answer("other_miscellaneous", ("镇便民服务中心咨询电话0000-0000004",), "所提内容是办事咨询。"),
    "miscellaneous": Answer("other_miscellaneous", ("申请人来访说明已从村委会取得，双方确认不再另行提供",), "申请的目的已经达到。"),
}  # fmt: skip
WITHDRAWN = "other_miscellaneous"

CORRECTIONS: dict[str, Reply] = {
    "record_corrected": Reply("record_corrected", STATEMENT, says=("承包地面积由3.2亩更正为3.6亩",)),
    "record_kept": Reply("record_kept", STATEMENT, "登记与原始凭证一致，申请人没有提供相反的证据。"),
    "correction_passed_on": Reply("correction_passed_on", STATEMENT, "该记录由县级机关保存。", **ELSEWHERE),
    "told_whom_to_ask": Reply("told_whom_to_ask", STATEMENT, "该记录由县级机关保存。", **ELSEWHERE),
}  # fmt: skip
"""Requests to correct a record are in no row."""
