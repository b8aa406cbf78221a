"""Hearings on the desk: time and place, participants and their list, papers delivered."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.sent import sent
from gongkai.participation import actions
from gongkai.participation.forms import DeliveryForm, HearingForm, ParticipantForm
from gongkai.participation.models import Consultation, Hearing, Participant
from gongkai.participation.views.comments import shown_person
from gongkai.participation.views.finding import consultation_of, hearing_of, participant_of
from gongkai.participation.views.lists import consultation_url

HEARING = ActPage(
    "听证会",
    intro="没有选听证公告的，保存后网站上立即显示时间、地点；选了的，公告签发以后才显示。",
    help=(
        "提前公布草案和说明等材料，明确时间、地点；要遴选参加人的，提前公布遴选办法。",
        "例：公告、笔录各起草成一条信息，照常送审、签发，再在这里选上。",
    ),
)
PARTICIPANT = ActPage(
    "登记听证参加人",
    button="登记",
    intro="姓名、联系方式加密保存；公布的名单上只写“称呼”和“代表哪一方”。",
)
LISTING = ActPage(
    "公布听证参加人名单",
    button="公布名单",
    intro="名单立即显示在网站的公告页上：每人的称呼、代表哪一方；不显示姓名和联系方式。以后登记的参加人也直接显示。",
)
DELIVERY = ActPage("登记材料送达", button="登记")


def _back(here: Consultation) -> str:
    return f"{consultation_url(here)}#hearings"


@requires("participation.handle", on=consultation_of)
def plan_hearing(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """A hearing on the draft."""
    form = HearingForm(sent(request), consultation=consultation)
    act = partial(actions.plan_hearing, consultation=consultation)
    return show_act(
        request, HEARING, form, act, back=_back(consultation), of=consultation.item.title
    )


@requires("participation.handle", on=hearing_of)
def change_hearing(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """Change what is known of it."""
    here = hearing.consultation
    start: dict[str, Any] = {name: getattr(hearing, name) for name in ("place", "selection", "notice", "record")}  # fmt: skip
    start["held_at"] = localtime(hearing.held_at)
    form = HearingForm(sent(request), consultation=here, initial=start)
    act = partial(actions.change_hearing, hearing=hearing)
    return show_act(request, HEARING, form, act, back=_back(here), of=here.item.title)


@requires("participation.handle", on=hearing_of)
def add_participant(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """Somebody takes part."""
    act = partial(actions.add_participant, hearing=hearing)
    here = hearing.consultation
    return show_act(request, PARTICIPANT, ParticipantForm(sent(request)), act, back=_back(here), of=here.item.title)  # fmt: skip


@requires("participation.handle", on=hearing_of)
def list_participants(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """Publish the list, once the person has read what everybody will see."""
    here = hearing.consultation
    act = partial(actions.list_participants, hearing=hearing)
    form = forms.Form(sent(request))
    return show_act(request, LISTING, form, act, back=_back(here), of=here.item.title)


@requires("participation.handle", on=participant_of)
def deliver_papers(request: HttpRequest, participant: Participant) -> HttpResponse:
    """When the papers reached a participant."""
    here = participant.hearing.consultation
    act = partial(actions.deliver_papers, participant=participant)
    return show_act(request, DELIVERY, DeliveryForm(sent(request)), act, back=_back(here), of=participant)  # fmt: skip


@requires("participation.read_personal", on=participant_of)
@require_POST
def read_participant(request: HttpRequest, participant: Participant) -> HttpResponse:
    """Who it is, once the journal says who looked."""
    found = actions.read_participant(participant=participant, by=request.user, now=request.now)
    here = participant.hearing.consultation
    return shown_person(request, f"听证参加人“{participant.shown_as}”", found, here)
