"""The ways of a request through a browser, each to its cell of 表三 and 表四; what the law does not let happen is refused on the way."""

from datetime import date

import pytest

from gongkai.casework.actions import redacting
from gongkai.casework.models import Case, CaseFile, Remedy
from tests.casework import papers
from tests.journeys.request_desk import HANDED_OVER, RequestDesk, desk
from tests.paperwork.redaction.looked_through import holds

__all__ = ["desk"]
pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

GIVEN = {"提供的信息清单": "施工合同一份，12页"}
WITHHELD = {
    "理由": "属于本机关内部工作流程。",
    "所依据的条款": "《条例》第十六条第一款",
}
REFUSAL = "属于人事管理、后勤管理、内部工作流程的内部事务信息，不予公开"
PROVIDED = "可以公开，提供该政府信息"


def test_clarified_then_granted_in_part_with_a_paper_blacked_out(desk: RequestDesk):
    clerk = desk.cast.clerk
    desk.register("征地补偿")
    desk.act(clerk, "补正告知", {"需要补正的事项": "请写明是哪一宗地", **HANDED_OVER})
    desk.on("2026-03-09").act(clerk, "收到补正", {"申请人补正的内容": "东街2号地块"})
    paper = papers.paper(desk.cast, desk.case, day="2026-03-09")
    desk.black_out(paper, papers.SECRET)
    desk.reply("作区分处理", {"理由": "住址属于个人隐私", "补偿方案": True}, secret=True)
    given = CaseFile.objects.get(use="given")
    assert not holds(redacting.bytes_of(given.file), papers.SECRET)
    assert desk.cell() == ("partly_granted.natural_person",)


def test_third_party_silent(desk: RequestDesk):
    clerk = desk.cast.clerk
    desk.register("东街改造施工合同")
    desk.act(
        clerk,
        "征求第三方意见",
        {"第三方的姓名或者名称": "东街建筑公司", "征求意见的内容": "是否同意公开施工合同"},
    )
    desk.on("2026-03-04").act(clerk, "登记对方收到", {"对方收到征求意见书的日期": "today"})
    assert "《条例》第三十二条" in desk.refusal(clerk, "对方逾期没有意见")
    desk.on("2026-03-26").act(clerk, "对方逾期没有意见")
    desk.reply(PROVIDED, GIVEN, secret=True)
    assert desk.cell() == ("granted.natural_person",)


def test_extended(desk: RequestDesk):
    desk.register("三年来的修路台账")
    desk.on("2026-03-26").act(desk.cast.clerk, "提请延期", {"理由": "台账多，需要逐份审查"})
    desk.act(desk.cast.signer, "同意")
    desk.act(desk.cast.clerk, "告知申请人", HANDED_OVER)
    desk.on("2026-04-20").reply(PROVIDED, GIVEN, secret=True)
    assert desk.cell() == ("granted.natural_person",)
    assert Case.objects.get().closed_on == date(2026, 4, 20) < Case.objects.get().due_on


def test_fee_lapsed(desk: RequestDesk):
    desk.register("2010年以来的全部会议纪要")
    desk.act(
        desk.cast.clerk, "提请收费", {"收费的理由": "一次申请公开大量信息", "按量计收的页数": 300}
    )
    desk.act(desk.cast.signer, "同意")
    desk.act(desk.cast.clerk, "告知申请人", HANDED_OVER)
    desk.on("2026-05-06").reply("逾期未按收费通知要求缴纳费用", {})
    assert desk.cell() == ("other_fee_lapsed.natural_person",)


def test_repeated(desk: RequestDesk):
    desk.register("东街征地补偿方案")
    desk.reply(PROVIDED, GIVEN, secret=True)
    earlier = desk.case
    desk.on("2026-03-09").register("东街征地补偿方案全文")
    desk.reply(
        "已作出答复，重复申请",
        {"此前已经答复的那一件": str(earlier.pk)},
    )
    assert desk.cell() == ("granted.natural_person", "unprocessed_repeated.natural_person")


def test_petition(desk: RequestDesk):
    desk.register("请处理邻居占道")
    said = {"理由": "所写的是请求处理邻居占道", "可以提出的相应渠道": "可以向县信访局提出"}
    desk.reply("以申请形式进行信访", said)
    assert desk.cell() == ("unprocessed_petition.natural_person",)


def test_another_organ_is_responsible(desk: RequestDesk):
    desk.register("县城公交规划")
    desk.reply(
        "不属于本行政机关负责公开",
        {
            "理由": "由县交通运输局制作",
            "负责的机关": "县交通运输局",
            "该机关的联系方式": "县城文化路3号",
        },
    )
    assert desk.cell() == ("unavailable_not_held.natural_person",)


def test_refused_then_corrected_in_reconsideration(desk: RequestDesk):
    desk.register("分工安排")
    desk.reply(REFUSAL, WITHHELD)
    into_reconsideration(desk, "revoked_answer_again")
    desk.act(desk.cast.signer, "重新办理")
    desk.reply(PROVIDED, GIVEN, secret=True)
    assert desk.cell() == ("refused_internal_affairs.natural_person", "reconsideration.corrected")


def test_court_after_reconsideration(desk: RequestDesk):
    desk.register("分工安排")
    desk.reply(REFUSAL, WITHHELD)
    into_reconsideration(desk, "upheld")
    into_court(desk, "suit_dismissed")
    assert desk.cell() == (
        "refused_internal_affairs.natural_person",
        "reconsideration.upheld",
        "litigation_after_reconsideration.upheld",
    )


def into_reconsideration(desk: RequestDesk, result: str) -> None:
    """An application came to the county's government, was answered, and ended."""
    remedy(desk.on("2026-03-20"), "reconsideration", "临川县人民政府")
    desk.on("2026-05-15").act(desk.cast.clerk, "登记结果", {"结果": result})


def into_court(desk: RequestDesk, result: str) -> None:
    """A suit after the reconsideration, in which the court found as it did."""
    remedy(
        desk.on("2026-06-01"),
        "litigation_after_reconsideration",
        "临川县人民法院",
        {"先行的复议": str(Remedy.objects.get().pk)},
    )
    desk.on("2026-09-01").act(desk.cast.clerk, "登记结果", {"结果": result})


def remedy(
    desk: RequestDesk, procedure: str, body: str, more: dict[str, str] | None = None
) -> None:
    """Papers of a proceeding came in, and are answered on the same day."""
    said = {"程序": procedure, "复议机关或者法院": body, **(more or {})}
    desk.act(desk.cast.clerk, "收到复议、起诉", said)
    desk.act(desk.cast.clerk, "登记答复、答辩", {"答复、答辩的日期": "today"})
