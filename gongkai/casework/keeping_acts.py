"""TABLE of the acts on a case that nobody works on any more: what is left of it for good; each with its page."""

from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.casework import actions
from gongkai.casework.act_rows import CaseAct, Ruling, typed
from gongkai.casework.forms.keeping import EraseForm
from gongkai.casework.models.case import ERASABLE
from gongkai.law.citation import Cite

ERASE = Ruling(
    Cite("条例", 45),
    "申请人的信息保存多久，《条例》没有规定，由机关在办件规则里定；档案另有规定的从其规定",
)


def _erase(case: Any, said: Any, by: User, now: datetime) -> object:
    return actions.erase_applicant(case=case, by=by, now=now, **typed(said, "seen_version"))


KEEPING: tuple[CaseAct, ...] = (
    CaseAct(
        "erase_applicant",
        ERASE,
        "casework.erase",
        "销毁个人信息",
        "申请人、代理人、第三方的信息和他们交来的材料永远不能再看，没有办法恢复。",
        "办结满两年，没有复议、诉讼，按本机关的规定销毁申请人的信息。",
        EraseForm,
        _erase,
        fits=lambda case: case.state in ERASABLE and case.applicant.erased_at is None,
        danger=True,
        template="casework/erase.html",
    ),
)
