"""The words of messages to applicants: number, what is new, by when, where to look, whom to ask; never who asked, or for what."""

from gongkai.agencies.models import Agency, SiteIdentity
from gongkai.casework.models import Case, CaseCode, Telling
from gongkai.law.applicant_news import news
from gongkai.law.steps import in_words

SUBJECT = "政府信息公开申请有新进展"
OVER = "申请人已经办了，或者这一件已经办结，没有再提醒"


def stands(telling: Telling) -> bool:
    """Whether a reminder still has its reason; what happened once stays so."""
    waits = news(telling.news).waits
    case = telling.case
    return waits is None or (case.state == waits and case.lapses_on == telling.until)


def said_to_applicant(telling: Telling) -> str:
    """The text, on one line: the same by mail and by text message."""
    case, row = telling.case, news(telling.news)
    until = row.until.format(in_words(telling.until)) if row.until and telling.until else ""
    return f"{case.agency.name}：您的政府信息公开申请（{case}），{row.words}{until}。{_where(telling)}{_whom(case.agency)}"


def _where(telling: Telling) -> str:
    """Where to look, for who has a query code; others have their letters."""
    if not CaseCode.objects.filter(case=_asked_as(telling.case)).exists():
        return ""
    site = SiteIdentity.objects.filter(agency=telling.case.agency).first()
    site = site or SiteIdentity.objects.filter(main=True).first()
    place = f"网站 {site.domain} " if site and site.domain else "本机关网站"
    return f"请凭编号和查询码，在{place}“依申请公开—查询办理情况”查看。"


def _asked_as(case: Case) -> Case:
    """The request as it was sent in: of what it was split into, the query code is that of the whole."""
    while case.parent is not None:
        case = case.parent
    return case


def _whom(agency: Agency) -> str:
    contact = getattr(agency, "contact", None)
    return f"电话 {contact.telephone}。" if contact and contact.telephone else ""
