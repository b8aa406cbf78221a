"""The editors of a video and of a sound."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.media import facts_of
from gongkai.files.models import StoredFile
from gongkai.publishing.actions.web_pictures import take_picture
from gongkai.publishing.forms.media import AudioForm, MediaForm, VideoForm
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import Data
from gongkai.publishing.presentations.media import transcript_from
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

FORMS: dict[str, type[MediaForm]] = {"video": VideoForm, "audio": AudioForm}


@requires("publishing.edit", on=item_of)
def video(request: HttpRequest, item: Item) -> HttpResponse:
    """A video with captions and transcript."""
    return _edit(request, item, "video")


@requires("publishing.edit", on=item_of)
def audio(request: HttpRequest, item: Item) -> HttpResponse:
    """A sound with its transcript."""
    return _edit(request, item, "audio")


def _edit(request: HttpRequest, item: Item, key: str) -> HttpResponse:
    closed = kept_out(request, item, key)
    if closed is not None:
        return closed
    kept = data_shown(item) if item.draft else {}
    if request.method != "POST":
        form = FORMS[key](initial=MediaForm.initial_of(kept, item.version))
        return editor(request, item, key, form, kept=kept)
    form = FORMS[key](request.POST, request.FILES)
    if item.state != "draft":
        typed = {name: request.POST.get(name, "") for name in ("captions", "transcript")}
        return too_late(request, item, key, {"words": typed["captions"], **typed})
    if not form.is_valid():
        return editor(request, item, key, form, kept=kept)
    return _saved(request, item, key, form, kept)


def _saved(request: HttpRequest, item: Item, key: str, form: MediaForm, kept: Data) -> HttpResponse:
    try:
        data = {**_files(request, item, key, form, kept), **_words(form)}
    except Refusal as refusal:
        refused(form, refusal, "media")
        return editor(request, item, key, form, kept=kept)
    data.setdefault("seconds", form.cleaned_data["seconds"])
    if request.POST.get("then") == "transcript":
        data["transcript"] = transcript_from(data) or data["transcript"]
    titles = {data[name]["file"]: said for name, said in (("media", item.draft.title), ("poster", "封面")) if name in data}  # fmt: skip
    answer = save(request, item, key, form, Making(data, stored_of(data), titles))
    if isinstance(answer, tuple):
        theirs, here = answer
        again = FORMS[key](initial=MediaForm.initial_of(data, here.version))
        return editor(request, here, key, again, theirs=theirs, status=409, kept=data)
    return answer or editor(request, item, key, form, kept=kept)


def _words(form: MediaForm) -> dict[str, Any]:
    typed = {"transcript": form.cleaned_data["transcript"].replace("\r\n", "\n").strip()}
    if isinstance(form, VideoForm):
        typed |= {"captions": form.cues(), "link": form.cleaned_data["link"]}
    return typed


def _files(
    request: HttpRequest, item: Item, key: str, form: MediaForm, kept: Data
) -> dict[str, Any]:
    """The files that came, or else those that are kept; a new file tells how long it is."""
    data = {name: kept[name] for name in ("media", "poster") if kept.get(name)}
    if request.POST.get("drop_media"):
        data.pop("media", None)
    if upload := form.cleaned_data["media"]:
        by, now = request.user, request.now
        stored = receive(agency=item.agency, upload=upload, purpose=key, by=by, now=now)
        data |= _about(stored, form)
        for warning in stored.warnings:
            messages.warning(request, warning)
    if poster := form.cleaned_data.get("poster"):
        taken = take_picture(agency=item.agency, upload=poster, by=request.user, now=request.now)
        data["poster"] = taken.drawn[0]
    return data


def _about(stored: StoredFile, form: forms.Form) -> dict[str, Any]:
    """What is known of a new video or sound."""
    found = facts_of(stored)
    about = {
        "file": stored.token,
        "size": stored.public_size,
        "kind": stored.content_type,
        "width": found.width,
        "height": found.height,
    }
    typed = form.cleaned_data["seconds"]
    return {"media": about, "seconds": round(found.seconds, 1) if found.seconds else typed}
