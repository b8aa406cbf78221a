"""What the module ``autosave.js`` talks to. Answers are JSON; ``said`` is for the person."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from gongkai.common.access import signed_in
from gongkai.common.clock import LAW_ZONE
from gongkai.common.drafts.actions import drop, keep
from gongkai.common.drafts.forms import Unusable, read, word
from gongkai.common.drafts.models import Draft


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """GET gives the person's draft of a form or null, POST keeps one or, with body null, forgets it."""
    return _keep(request) if request.method == "POST" else _find(request)


def _find(request: HttpRequest) -> HttpResponse:
    try:
        form, object_key = (word(request.GET.get(name, "")) for name in ("form", "object"))
    except Unusable as error:
        return JsonResponse({"said": str(error)}, status=400)
    mine = Draft.objects.filter(person_id=request.user.pk)
    draft = mine.filter(form=form, object_key=object_key).first()
    return JsonResponse({"draft": _shown(draft, request.now) if draft else None})


def _keep(request: HttpRequest) -> HttpResponse:
    try:
        sent = read(_body(request))
    except Unusable as error:
        return JsonResponse({"said": str(error)}, status=400)
    place = {"form": sent.form, "object_key": sent.object_key}
    if sent.body is None:
        drop(**place, by=request.user, now=request.now)
        return JsonResponse({"draft": None})
    draft = keep(**place, base=sent.base, body=sent.body, by=request.user, now=request.now)
    return JsonResponse({"draft": _shown(draft, request.now, with_body=False)})


def _body(request: HttpRequest) -> bytes:
    """What was sent, where it is JSON; a form's body cannot be read a second time."""
    if request.content_type != "application/json":
        raise Unusable("没有看懂送来的内容")
    return request.body


def _shown(draft: Draft, now: datetime, *, with_body: bool = True) -> dict[str, object]:
    at = draft.saved_at.astimezone(LAW_ZONE)
    clock = f"{at:%H:%M}"
    same_day = at.date() == now.astimezone(LAW_ZONE).date()
    said = clock if same_day else f"{at.month} 月 {at.day} 日 {clock}"
    shown = {"base": draft.base, "at": draft.saved_at.isoformat(), "said": said}
    return {**shown, "body": draft.body} if with_body else shown
