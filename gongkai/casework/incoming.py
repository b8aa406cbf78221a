"""What comes in when somebody asks: who, what, by which channel, on which days. Checked here, written by ``actions.register``."""

from dataclasses import dataclass, fields
from datetime import date

from gongkai.casework.models.applicant import IDENTITY_TYPES
from gongkai.common.refusals import Refusal
from gongkai.common.sms import mobile
from gongkai.law.applicants import WHO_MUST_SHOW, applicant_kind
from gongkai.law.citation import Cite
from gongkai.law.receipt import CHANNELS
from gongkai.law.request_forms import wishes

LONGEST = 200
LONGEST_WANTED = 20_000
CONTENT = Cite("条例", 29, 2, 2)
WISHED = Cite("条例", 29, 2, 3)
_CHANNELS = {row.channel for row in CHANNELS}
_TYPES = {key for key, _ in IDENTITY_TYPES}


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that are known of an arrival (``law.receipt``); ``how`` says how receipt was confirmed."""

    submitted: date | None = None
    arrived: date | None = None
    signed: date | None = None
    confirmed: date | None = None
    how: str = ""

    def known(self) -> dict[str, date | None]:
        """The days alone, as the law takes them."""
        return {
            "submitted": self.submitted,
            "arrived": self.arrived,
            "signed": self.signed,
            "confirmed": self.confirmed,
        }


@dataclass(frozen=True, slots=True)
class Who:
    """The applicant as registered. ``kind`` is a column of 表三; contact is one of phone, address and mail."""

    kind: str
    name: str
    identity_type: str = "not_given"
    identity_number: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    mail: str = ""
    legal_representative: str = ""
    contact_person: str = ""
    agent_name: str = ""
    agent_identity_number: str = ""
    agent_phone: str = ""
    needs_help: bool = False
    tell_by_mail: bool = False
    tell_by_sms: bool = False

    def sealed_fields(self) -> dict[str, str]:
        """What is kept sealed of the applicant, by field."""
        names = (
            "name",
            "identity_number",
            "phone",
            "address",
            "postcode",
            "mail",
            "legal_representative",
            "contact_person",
        )
        return {name: getattr(self, name) for name in names}

    def agent_fields(self) -> dict[str, str]:
        """What is kept sealed of the agent, by field."""
        return {
            "name": self.agent_name,
            "identity_number": self.agent_identity_number,
            "phone": self.agent_phone,
        }

    @property
    def mark(self) -> str:
        """By what the same applicant is known again: the number of the paper, else name and contact."""
        return self.identity_number or f"{self.name}|{self.phone or self.mail or self.address}"

    @property
    def masked(self) -> str:
        """As lists show it: organizations by name, people by their surname."""
        if not applicant_kind(self.kind).natural:
            return self.name[:100]
        return self.name[:1] + "*" * min(len(self.name) - 1, 3)


@dataclass(frozen=True, slots=True)
class Request:
    """One request. ``title`` names what is wanted in a line, ``wanted`` describes it."""

    channel: str
    who: Who
    dates: Dates
    title: str
    wanted: str
    kind: str = "disclosure"
    wanted_form: str = ""
    wanted_route: str = ""
    oral: bool = False


def line(text: str) -> str:
    """Text on one line without what no column takes."""
    return " ".join(text.replace("\0", "").split())


def checked_who(who: Who) -> Who:
    """The applicant tidied; Refusal without a name or a contact, or of an unknown kind."""
    try:
        applicant_kind(who.kind)
    except KeyError as unknown:
        raise Refusal("请选择申请人的种类", cite=WHO_MUST_SHOW) from unknown
    tidy = Who(**{f.name: _tidied(getattr(who, f.name)) for f in fields(Who)})
    if not tidy.name:
        raise Refusal("请填写申请人的姓名或者名称", cite=WHO_MUST_SHOW)
    if not (tidy.phone or tidy.address or tidy.mail):
        raise Refusal("请至少填写一种联系方式", cite=WHO_MUST_SHOW)
    if tidy.identity_type not in _TYPES or (
        tidy.identity_number and tidy.identity_type == "not_given"
    ):
        raise Refusal("请选择证件的种类", cite=WHO_MUST_SHOW)
    if tidy.tell_by_mail and not tidy.mail:
        raise Refusal("要用电子邮件告知进展的，请填写电子邮箱")
    if tidy.tell_by_sms and not mobile(tidy.phone):
        raise Refusal("要用短信告知进展的，请填写手机号码")
    too_long = [f.name for f in fields(Who) if len(str(getattr(tidy, f.name))) > LONGEST]
    if too_long:
        raise Refusal(f"申请人信息里有一项超过 {LONGEST} 个字，请删减")
    return tidy


def _tidied(value: object) -> object:
    return line(value) if isinstance(value, str) else value


def checked(request: Request) -> Request:
    """The request tidied; Refusal for what art. 29 asks for and is not there. What is unclear is clarified later (art. 30)."""
    if request.channel not in _CHANNELS:
        raise Refusal("请选择申请的渠道", cite=Cite("条例", 31))
    title, wanted = line(request.title), request.wanted.replace("\0", "").strip()
    if not title or not wanted:
        raise Refusal("请填写所需信息的名称、文号或者其他特征描述", cite=CONTENT)
    if len(title) > LONGEST or len(wanted) > LONGEST_WANTED:
        raise Refusal(f"名称不超过 {LONGEST} 个字，描述不超过 {LONGEST_WANTED} 个字")
    for kind, value in (("form", request.wanted_form), ("route", request.wanted_route)):
        if value and value not in {row.key for row in wishes(kind)}:
            raise Refusal("请重新选择获取信息的形式和途径", cite=WISHED)
    return Request(
        request.channel,
        checked_who(request.who),
        request.dates,
        title,
        wanted,
        "correction" if request.kind == "correction" else "disclosure",
        request.wanted_form,
        request.wanted_route,
        oral=request.oral and request.channel == "counter",
    )


def require_past(today: date, *days: date | None) -> None:
    """Refusal for a day that has not come yet: what did not happen is not registered."""
    late = [day for day in days if day and day > today]
    if late:
        raise Refusal(
            f"日期 {late[0]} 还没有到，不能登记",
            cite=Cite("条例", 45),
            next_step="改成实际发生的日期",
        )
