"""Comments on the desk: typed in from letters and meetings, moderated, who made them; and the points of the outcome."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.sent import sent, sent_files
from gongkai.files.actions import receive
from gongkai.paperwork.personal_data import mask
from gongkai.participation import actions
from gongkai.participation.forms import HideForm, PointForm, ShowForm, TypedForm
from gongkai.participation.incoming import Said
from gongkai.participation.models import Comment, Consultation, Point
from gongkai.participation.sealing import LABELS
from gongkai.participation.views.finding import comment_of, consultation_of, point_of
from gongkai.participation.views.lists import consultation_url

TYPE_IN = ActPage(
    "登记意见",
    button="登记",
    help=(
        "来信、座谈会、电话等方式提出的意见，照原文录入；一个人说了几件事的，可以登记成一条，归纳时分到几点。",
        "例：截止以后才收到、邮戳在截止以前的来信，填写收到的日期和“截止后登记的原因”。",
    ),
)
SHOW = ActPage(
    "显示这条意见", button="显示", intro="公众看到的是下面的文字，不显示姓名和联系方式。"
)
HIDE = ActPage(
    "不显示这条意见",
    button="不显示",
    intro="意见留在工作台，网站上只计数、写明原因；以后可以改为显示。",
)
POINT = ActPage(
    "归纳一点意见",
    help=(
        "说的是同一件事的意见归到一点，写明怎样答复；不采纳的写明理由。",
        "例：5 条意见都说摊位费太高，归纳为“降低摊位费”，答复“部分采纳”。",
    ),
)
REMOVE_POINT = ActPage(
    "删去归纳的一点",
    button="删去",
    danger=True,
    intro="这一点的归纳、答复和说明都删去；对应的意见不删，等着归到别的一点。",
)

MODERATE = "participation/moderate.html"


@requires("participation.handle", on=consultation_of)
def type_in(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Enter a comment that came on paper or by word of mouth."""
    here = consultation
    start = {"received_on": law_day(request.now)}
    form = TypedForm(sent(request), sent_files(request), consultation=here, initial=start)

    def act(*, scan: Any, by: Any, now: Any, **typed: Any) -> Comment:
        stored = scan and receive(agency=here.agency, upload=scan, purpose="record", by=by, now=now)
        said = Said(**{name: typed.pop(name) for name in ("text", "name", "contact", "paragraph")})  # fmt: skip
        return actions.enter_comment(consultation=here, said=said, scan=stored or None, by=by, now=now, **typed)  # fmt: skip

    return show_act(request, TYPE_IN, form, act, back=_back(here), of=here.item.title)


def _back(here: Consultation) -> str:
    return f"{consultation_url(here)}#comments"


@requires("participation.moderate", on=comment_of)
def show(request: HttpRequest, comment: Comment) -> HttpResponse:
    """The words for the public, with what is personal masked already."""
    here = comment.consultation
    start = {"words": comment.shown_text or mask(comment.text)}
    form = ShowForm(sent(request), initial=start)
    act = partial(actions.show, comment=comment, seen=request.POST.get("seen"))
    back = _back(here)
    return show_act(request, SHOW, form, act, back=back, of=comment, template=MODERATE)


@requires("participation.moderate", on=comment_of)
def hide(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Why it is not shown."""
    act = partial(actions.hide, comment=comment, seen=request.POST.get("seen"))
    form = HideForm(sent(request), initial={"reason": comment.hidden_reason})
    back = _back(comment.consultation)
    return show_act(request, HIDE, form, act, back=back, of=comment, template=MODERATE)


@requires("participation.read_personal", on=comment_of)
@require_POST
def read_person(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Who made it, once the journal says who looked."""
    found = actions.read_commenter(comment=comment, by=request.user, now=request.now)
    return shown_person(request, f"第 {comment.number} 条意见的提出人", found, comment.consultation)


def shown_person(request: HttpRequest, whose: str, found: Any, here: Consultation) -> HttpResponse:
    """Name and contact on a page that nobody keeps."""
    rows = [(label, found[name]) for name, label in LABELS.items() if found.get(name)]
    context = {"consultation": here, "whose": whose, "shown": rows}
    answer = render(request, "participation/person.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("participation.read_personal", on=comment_of)
@require_POST
def read_scan(request: HttpRequest, comment: Comment) -> HttpResponse:
    """The letter behind it, likewise."""
    content = actions.read_scan(comment=comment, by=request.user, now=request.now)
    answer = HttpResponse(content, content_type=comment.scan.content_type)
    answer["Content-Disposition"] = str(content_disposition_header(True, comment.scan.name))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@requires("participation.handle", on=consultation_of)
def add_point(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """A new point."""
    here = consultation
    form = PointForm(sent(request), consultation=here)
    act = partial(actions.add_point, consultation=here)
    return show_act(request, POINT, form, act, back=_points(here), of=here.item.title)


def _points(here: Consultation) -> str:
    return f"{consultation_url(here)}#points"


@requires("participation.handle", on=point_of)
def change_point(request: HttpRequest, point: Point) -> HttpResponse:
    """The point otherwise."""
    here = point.consultation
    names = ("summary", "answer", "reason")
    start = {**{name: getattr(point, name) for name in names}, "comments": point.comments.all()}
    form = PointForm(sent(request), consultation=here, initial=start)
    act = partial(actions.change_point, point=point)
    return show_act(request, POINT, form, act, back=_points(here), of=point)


@requires("participation.handle", on=point_of)
def remove_point(request: HttpRequest, point: Point) -> HttpResponse:
    """Take it away, once the person has read what is lost."""
    act = partial(actions.remove_point, point=point)
    back, form = _points(point.consultation), forms.Form(sent(request))
    return show_act(request, REMOVE_POINT, form, act, back=back, of=point)


@requires("participation.handle", on=consultation_of)
@require_POST
def draft_outcome(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Draft the outcome out of the records, and go on with it as with any text."""
    row = actions.draft_outcome(consultation=consultation, by=request.user, now=request.now)
    messages.success(request, "结果已经生成，请核对文字，补齐信息要素，再送审")
    return redirect("publishing:item", pk=row.outcome_id)
