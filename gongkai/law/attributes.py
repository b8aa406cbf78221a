"""TABLE of the disclosure attributes that are decided at the source, the line each is printed as, and the grounds for not publishing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

AttributeKey = Literal["proactive", "on_request", "withheld"]
Bound = Literal["must", "may"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_LINE = "印在附注处的文字全国没有统一规定，按各地公文处理的通行做法"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute. ``line`` is what is printed at the foot of the document; ``grounds``: a ground must be given."""

    key: AttributeKey
    label: str
    line: str
    grounds: bool
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _LINE


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("proactive", "主动公开", "此件公开发布", False, Cite("条例", 19)),
    Attribute("on_request", "依申请公开", "此件依申请公开", True, Cite("条例", 13, 2)),
    Attribute("withheld", "不予公开", "此件不公开", True, Cite("条例", 13, 1)),
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is not published. ``bound``: the law forbids it (``must``) or leaves it to the organ (``may``)."""

    key: str
    label: str
    attribute: AttributeKey
    bound: Bound
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


GROUNDS: tuple[Ground, ...] = (
    Ground("not_of_general_concern", "不涉及公众利益调整，不需要公众广泛知晓或者参与决策", "on_request", "may", Cite("条例", 19),
           doubt="第十九条写的是应当主动公开的情形；不属于这些情形的依申请公开，系反面推定"),
    Ground("state_secret", "依法确定为国家秘密", "withheld", "must", Cite("条例", 14)),
    Ground("forbidden_by_law", "法律、行政法规禁止公开", "withheld", "must", Cite("条例", 14)),
    Ground("security_and_stability", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", "withheld", "must", Cite("条例", 14)),
    Ground("third_party_rights", "涉及商业秘密、个人隐私，公开会损害第三方合法权益", "withheld", "must", Cite("条例", 15)),
    Ground("internal_affairs", "内部事务信息", "withheld", "may", Cite("条例", 16, 1)),
    Ground("process_information", "过程性信息", "withheld", "may", Cite("条例", 16, 2)),
    Ground("enforcement_file", "行政执法案卷信息", "withheld", "may", Cite("条例", 16, 2)),
)

REASSESSMENT = Cite("条例", 18)
"""What is not published is looked at again from time to time; how often, the organ decides."""

_ATTRIBUTES = {row.key: row for row in ATTRIBUTES}
_GROUNDS = {row.key: row for row in GROUNDS}


def attribute(key: str) -> Attribute:
    """The attribute of that key; raises KeyError."""
    return _ATTRIBUTES[key]  # type: ignore[index]  # an unknown key raises, as said


def ground(key: str) -> Ground:
    """The ground of that key; raises KeyError."""
    return _GROUNDS[key]


def grounds_of(key: str, on: date) -> tuple[Ground, ...]:
    """The grounds on which the law of a day lets an attribute rest."""
    return tuple(row for row in rows_in_force(GROUNDS, on) if row.attribute == key)
