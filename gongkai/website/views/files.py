"""Files of public documents: what stands below a text and the pictures inside it."""

from functools import partial

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.permissions import allowed
from gongkai.files import queries as stored_files
from gongkai.files.sending import MEDIA, as_media, as_picture
from gongkai.release import queries
from gongkai.release.models import PublicFile

SHELF_LIFE = "public, max-age=300"
"""A withdrawn file is gone from the browsers of those who had read it after five minutes."""

IN_WORK = frozenset({"picture", "video", "audio"})
"""Files of these purposes are seen on the pages of a text that is not public yet."""


@public
@require_safe
def file(request: HttpRequest, token: str) -> HttpResponse:
    """The public copy of a file, as long as a public document has it; before that, a picture for those who work on its text."""
    shown = queries.public_file(token)
    return _sent(request, shown) if shown else _in_work(request, token)


@public
@require_safe
def named(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """A file at the address that ends in its name, which is what browsers save it as; under another name, the way there."""
    shown = queries.named_file(token, name)
    if shown is None:
        other = queries.public_file(token)
        if other is None:
            raise Http404
        return HttpResponseRedirect(reverse("named_file", args=(token, other.name)))
    response = _sent(request, shown)
    response["Content-Disposition"] = response["Content-Disposition"].partition(";")[0]
    return response


def _sent(request: HttpRequest, shown: PublicFile) -> HttpResponse:
    if shown.content_type.startswith(MEDIA):
        opened = partial(default_storage.open, shown.storage_key, "rb")
        played = as_media(request, shown, opened, shown.size)
        played["Cache-Control"] = SHELF_LIFE
        return played
    with default_storage.open(shown.storage_key, "rb") as content:
        response = as_picture(request, shown, content.read())
    response["Cache-Control"] = SHELF_LIFE
    return response


def _in_work(request: HttpRequest, token: str) -> HttpResponse:
    """A picture, a video or sound of a text in work, for the officers who may see its organ's files; 404 for everybody else."""
    stored = stored_files.by_token(token)
    if stored is None or stored.purpose not in IN_WORK or not stored.public_key:
        raise Http404
    if not request.user.is_authenticated or not allowed(request.user, "files.view", stored.agency):
        raise Http404
    if stored.content_type.startswith(MEDIA):
        return as_media(request, stored, stored.open_public, stored.public_size)
    with stored.open_public() as content:
        return as_picture(request, stored, content.read())
