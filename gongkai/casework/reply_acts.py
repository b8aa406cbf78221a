"""TABLE of the acts on a reply, each with its page: hand in, review, sign, serve; two persons at least."""

from datetime import date, datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.casework import actions
from gongkai.casework.act_rows import CaseAct, letters_with, typed
from gongkai.casework.course_acts import HANDLE
from gongkai.casework.forms import course, fields
from gongkai.casework.forms.reply import RemarkForm, ReviewReplyForm
from gongkai.casework.other_acts import APPROVE
from gongkai.law.clock_events import Event, Kind
from gongkai.law.service_ways import day_of_organ, service_way

REVIEW = "casework.review"


def _run(action: Any, *leave: str) -> Any:
    """Call an action on a reply."""

    def run(decision: Any, said: Any, by: User, now: datetime) -> object:
        return action(decision=decision, by=by, now=now, **typed(said, *leave))

    return run


def _send_back(decision: Any, said: Any, by: User, now: datetime) -> object:
    return actions.send_back_reply(
        decision=decision, remark=said["reason"], by=by, now=now, seen_version=said["seen_version"]
    )


def _served(decision: Any, said: Any, today: date) -> Event | None:
    sending = said["sending"]
    sent = sending.sent_on or today
    day = day_of_organ(service_way(sending.way), sent=sent, received=sending.received_on)
    return Event(Kind.REPLIED, day) if day and decision.case.has_clock else None


def _in(*states: str) -> Any:
    return lambda decision: decision.state in states


REPLY: tuple[CaseAct, ...] = (
    CaseAct(
        "submit_reply",
        "submit_reply",
        HANDLE,
        "答复送审",
        "内容从此不能改动，转给有审核岗位的同事；要改，可以收回。",
        "答复内容、理由和依据写全以后送审。",
        course.AgreeForm,
        _run(actions.submit_reply),
        on="decision",
        letters=letters_with,
    ),
    CaseAct(
        "take_back_reply",
        "take_back_reply",
        HANDLE,
        "收回答复修改",
        "答复回到拟办，可以继续修改。",
        "送审后发现漏了一件，收回补上。",
        course.AgreeForm,
        _run(actions.take_back_reply, "seen_version"),
        on="decision",
    ),
    CaseAct(
        "review_reply",
        "review_reply",
        REVIEW,
        "答复审核通过",
        "转给签发人；提供信息的，一并作出保密审查结论。",
        "逐件看过要提供的文件，没有不应公开的内容。",
        ReviewReplyForm,
        _run(actions.review_reply),
        on="decision",
        letters=letters_with,
    ),
    CaseAct(
        "send_back_reply",
        "send_back_reply",
        REVIEW,
        "退回答复修改",
        "退给拟办的同志，您的意见显示在这一件上。",
        "理由只写了“不宜公开”，请写明依据哪一条。",
        RemarkForm,
        _send_back,
        on="decision",
        fits=_in("in_review"),
    ),
    CaseAct(
        "sign_reply",
        "sign_reply",
        APPROVE,
        "签发答复",
        "答复由您签发，内容不能再改；送达申请人之前，答复期限仍在计算。",
        "核对文号、依据和救济途径以后签发。",
        course.AgreeForm,
        _run(actions.sign_reply),
        on="decision",
        letters=letters_with,
    ),
    CaseAct(
        "send_back_unsigned",
        "send_back_reply",
        APPROVE,
        "不签，退回修改",
        "退给拟办的同志，改好以后重新审核。",
        "不予公开的理由不够，请补充。",
        RemarkForm,
        _send_back,
        on="decision",
        fits=_in("to_sign"),
    ),
    CaseAct(
        "serve_reply",
        "serve_reply",
        HANDLE,
        "送达答复",
        "登记怎样送达。邮寄的以交邮之日为答复之日，直接送达的以签收之日为答复之日；这一件就此答复。",
        "申请人当面签收，填写签收日期。",
        fields.SendingForm,
        _run(actions.serve_reply),
        on="decision",
        letters=letters_with,
        event=_served,
    ),
    CaseAct(
        "unsign_reply",
        "unsign_reply",
        APPROVE,
        "撤销签发",
        "答复回到拟办，改好以后重新审核、签发。",
        "签发以后、送达以前发现附件拿错。",
        course.RefuseForm,
        _run(actions.unsign_reply, "seen_version"),
        on="decision",
        danger=True,
    ),
    CaseAct(
        "drop_reply",
        "drop_reply",
        HANDLE,
        "不采用拟办的答复",
        "这份拟办的答复不再使用，可以另拟一份。",
        "决定改为部分公开，重新拟办。",
        course.RefuseForm,
        _run(actions.drop_reply, "seen_version"),
        on="decision",
        fits=_in("draft", "in_review"),
        danger=True,
    ),
    CaseAct(
        "drop_unsigned",
        "drop_reply",
        APPROVE,
        "不采用这份答复",
        "这份答复不再使用，由经办人另拟一份。",
        "决定另作处理。",
        course.RefuseForm,
        _run(actions.drop_reply, "seen_version"),
        on="decision",
        fits=_in("to_sign", "signed"),
        danger=True,
    ),
)
