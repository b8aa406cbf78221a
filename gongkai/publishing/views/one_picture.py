"""The editor of a picture that explains everything, with its text."""

from django.http import HttpRequest, HttpResponse

from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.web_pictures import take_picture
from gongkai.publishing.forms import OnePictureForm
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import Data
from gongkai.publishing.views.presenting import (
    Making,
    data_shown,
    editor,
    kept_out,
    refused,
    save,
    stored_of,
    too_late,
)
from gongkai.publishing.views.record import item_of

KEY = "one_picture"
_WORDS = ("alt", "text")


@requires("publishing.edit", on=item_of)
def one_picture(request: HttpRequest, item: Item) -> HttpResponse:
    """The picture, its words, its text."""
    closed = kept_out(request, item, KEY)
    if closed is not None:
        return closed
    kept = data_shown(item) if item.draft else {}
    if request.method != "POST":
        first = {name: kept.get(name, "") for name in _WORDS}
        form = OnePictureForm(initial={**first, "seen_version": item.version})
        return editor(request, item, KEY, form, kept=kept)
    form = OnePictureForm(request.POST, request.FILES)
    if item.state != "draft":
        return too_late(request, item, KEY, {name: request.POST.get(name, "") for name in _WORDS})
    if not form.is_valid():
        return editor(request, item, KEY, form, kept=kept)
    return _saved(request, item, form, kept)


def _saved(request: HttpRequest, item: Item, form: OnePictureForm, kept: Data) -> HttpResponse:
    try:
        making = _made(request, item, form, kept)
    except Refusal as refusal:
        refused(form, refusal, "picture")
        return editor(request, item, KEY, form, kept=kept)
    answer = save(request, item, KEY, form, making)
    if isinstance(answer, tuple):
        theirs, here = answer
        first = {name: making.data.get(name, "") for name in _WORDS}
        again = OnePictureForm(initial={**first, "seen_version": here.version})
        return editor(request, here, KEY, again, theirs=theirs, status=409, kept=kept)
    return answer or editor(request, item, KEY, form, kept=kept)


def _made(request: HttpRequest, item: Item, form: OnePictureForm, kept: Data) -> Making:
    """The picture that came, or else the one that is kept, with the words that were typed."""
    shown = {name: kept[name] for name in ("pieces", "full") if name in kept}
    if upload := form.cleaned_data["picture"]:
        by, now = request.user, request.now
        taken = take_picture(agency=item.agency, upload=upload, by=by, now=now, cut=True)
        shown = {"pieces": taken.drawn, "full": taken.full}
    data = {**shown, **{name: form.cleaned_data[name].strip() for name in _WORDS}}
    titles = {row["file"]: f"图片 第 {number} 段" for number, row in enumerate(data.get("pieces", []), 1)}  # fmt: skip
    if "full" in data:
        titles[data["full"]["file"]] = "图片 原图"
    return Making(data, stored_of(data), titles)
