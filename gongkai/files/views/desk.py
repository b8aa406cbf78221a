"""Downloads by officers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from gongkai.common.access import requires
from gongkai.files import queries
from gongkai.files.actions import hand_out
from gongkai.files.models import StoredFile
from gongkai.files.sending import as_download


def find(token: str) -> StoredFile:
    """The file at the address; 404 where there is none, and for people's papers, which are handed out with their case."""
    stored = queries.by_token(token)
    if stored is None or stored.is_personal:
        raise Http404
    return stored


@requires("files.view", on=find)
@require_GET
def download(request: HttpRequest, stored: StoredFile) -> HttpResponse:
    """The file, after the journal has it that this person took it."""
    content = hand_out(stored, by=request.user, now=request.now)
    return as_download(request, stored, content)
