"""TABLE of the acts about who handles a request, how it is divided, what was registered wrongly, and remedies; each with its page."""

from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.casework import actions
from gongkai.casework.act_rows import CaseAct, Ruling, letter_typed, typed
from gongkai.casework.actions import Matter
from gongkai.casework.course_acts import HANDLE
from gongkai.casework.forms import course, ordering
from gongkai.casework.other_acts import APPROVE
from gongkai.law.case_states import state
from gongkai.law.citation import Cite
from gongkai.law.remedy_results import remedy_result

RESTRICT = "casework.restrict"
REGISTERED = Ruling(Cite("条例", 45))
REMEDY = Ruling(Cite("条例", 51))


def _call(name: str, action: Any, *leave: str, **more: Any) -> Any:
    """Call an action that knows its record by ``name``, without what it does not ask for."""

    def run(record: Any, said: Any, by: User, now: datetime) -> object:
        return action(**{name: record}, by=by, now=now, **typed(said, *leave), **more)

    return run


def _split(case: Any, said: Any, by: User, now: datetime) -> object:
    matters = [Matter(title, wanted) for title, wanted in said["matters"]]
    return actions.split(case=case, matters=matters, by=by, now=now, **typed(said, "matters"))


def _may_be_restricted(case: Any) -> bool:
    return not case.restricted


def _may_reopen(remedy: Any) -> bool:
    wanted = bool(remedy.result) and remedy_result(remedy.result).reopens
    return wanted and remedy.reopened_round is None


def _counted(case: Any) -> bool:
    return case.received_on is not None and state(case.state).counted


SEEN = "seen_version"
ORDER: tuple[CaseAct, ...] = (
    CaseAct(
        "assign",
        "assign",
        HANDLE,
        "分办",
        "分给部门和承办人，可以定一个比法定期限早的内部期限；承办人会收到消息。",
        "征地的事分给自然资源所，承办人三天内提出意见。",
        ordering.AssignForm,
        _call("case", actions.assign),
    ),
    CaseAct(
        "tell_of_consultation",
        "record_opinion",
        HANDLE,
        "告知正在征求意见",
        "告知申请人正在征求意见，这段时间不计算期限。",
        "向第三方发函当天，一并告知申请人。",
        ordering.TellForm,
        _call("case", actions.tell_of_consultation, SEEN),
        fits=lambda case: case.consultations.exists(),
        letters=letter_typed(ordering.TellForm),
    ),
    CaseAct(
        "split",
        "split",
        HANDLE,
        "拆分",
        "拆成几件，各有编号，收到日期不变；原来的一件不再计数。",
        "一份申请要三样互不相关的材料，拆成三件。",
        ordering.SplitForm,
        _split,
    ),
    CaseAct(
        "join",
        "join",
        HANDLE,
        "合并办理",
        "和另一件一起办理；期限、答复和年度报告仍各算各的。",
        "两位村民问同一件事，并在一起办。",
        ordering.JoinForm,
        _call("case", actions.join, SEEN),
        fits=lambda case: case.joined_to_id is None,
    ),
    CaseAct(
        "unjoin",
        "assign",
        HANDLE,
        "取消合并",
        "这一件重新单独办理。",
        "另一件撤回了，这一件单独办。",
        course.AgreeForm,
        _call("case", actions.unjoin, SEEN),
        fits=lambda case: case.joined_to_id is not None,
    ),
    CaseAct(
        "void",
        "void",
        APPROVE,
        "登记作废",
        "登记有误的才能作废；编号保留，写明原因。已经开始办理的不能作废。",
        "同一份申请书登记了两遍。",
        course.RefuseForm,
        _call("case", actions.void, SEEN),
        danger=True,
    ),
    CaseAct(
        "correct_receipt",
        "correct_receipt",
        APPROVE,
        "更正收到日期",
        "收到日期改正以后，期限和以后的每一步重新计算；原来的登记保留。",
        "送达回证上是 3 日签收，登记成了 5 日。",
        ordering.CorrectReceiptForm,
        _call("case", actions.correct_receipt),
    ),
    CaseAct(
        "correct_event",
        "correct_event",
        APPROVE,
        "更正",
        "另记一条，原来的保留；整个经过重新计算。登记这一条的人不能自己更正。",
        "补正是 6 日收到的，登记成了 8 日。",
        ordering.CorrectEventForm,
        _call("event", actions.correct_event),
        on="event",
        fits=lambda event: not event.struck and not hasattr(event, "replaced_by"),
    ),
    CaseAct(
        "receive_remedy",
        REMEDY,
        HANDLE,
        "收到复议、起诉",
        "登记以后，按程序算出应当答复、答辩的最后一日。",
        "收到县政府转来的行政复议申请书副本。",
        ordering.RemedyForm,
        _call("case", actions.receive_remedy, SEEN),
        fits=_counted,
    ),
    CaseAct(
        "answer_remedy",
        REMEDY,
        HANDLE,
        "登记答复、答辩",
        "记下提交答复、答辩和证据的日期。",
        "答复书和证据当天送到复议机关。",
        ordering.AnsweredForm,
        _call("remedy", actions.answer_remedy, SEEN),
        on="remedy",
        fits=lambda remedy: not remedy.answered_on and not remedy.result,
    ),
    CaseAct(
        "remedy_result",
        REMEDY,
        HANDLE,
        "登记结果",
        "结果计入年度报告表四；责令重新答复的，由签发人开始新的一轮。",
        "收到复议决定书，维持原答复。",
        ordering.ResultForm,
        _call("remedy", actions.remedy_result_came, SEEN),
        on="remedy",
        fits=lambda remedy: not remedy.result,
    ),
    CaseAct(
        "reopen",
        "reopen",
        APPROVE,
        "重新办理",
        "不作为新的一件，开始新的一轮；按决定、裁判写明的期限，没有写明的重新计算期限。",
        "复议撤销原答复，责令三十日内重新答复。",
        course.AgreeForm,
        _call("remedy", actions.reopen, SEEN),
        on="remedy",
        fits=_may_reopen,
    ),
    CaseAct(
        "restrict",
        REGISTERED,
        RESTRICT,
        "限制查看",
        "只有承办人、签发人和列入的人能看到这一件。",
        "申请涉及本机关工作人员。",
        course.RefuseForm,
        _call("case", actions.restrict, SEEN, restricted=True),
        fits=_may_be_restricted,
    ),
    CaseAct(
        "unrestrict",
        REGISTERED,
        RESTRICT,
        "取消限制",
        "有查看岗位的人都能看到这一件。",
        "情况消除以后取消限制。",
        course.RefuseForm,
        _call("case", actions.restrict, SEEN, restricted=False),
        fits=lambda case: case.restricted,
    ),
    CaseAct(
        "admit",
        REGISTERED,
        RESTRICT,
        "安排回避、准予查看",
        "列入回避的人看不到也不能办理这一件；限制查看的一件可以列入要看的人。",
        "经办人与申请人是近亲属，安排回避。",
        ordering.PersonForm,
        _call("case", actions.admit, SEEN),
    ),
)
