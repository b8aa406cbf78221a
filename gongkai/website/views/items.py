"""One published item; where it was withdrawn, the note that says so."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.paperwork.clean_html import plain
from gongkai.publishing.presentations import data_of
from gongkai.publishing.presentations.media import captions_text
from gongkai.release import queries
from gongkai.website.at_hand import document_of_page
from gongkai.website.consultations import panel_of
from gongkai.website.kept import kept
from gongkai.website.pages import Head, document_head, page
from gongkai.website.presenting import form_shown, ties_shown
from gongkai.website.site import Site, current_site


@public
@require_safe
@kept
def item(request: HttpRequest, number: int, code: str | None = None) -> HttpResponse:
    """The item with the facts that readers expect above its title."""
    site = current_site(request, code)
    document = document_of_page(request, number)
    if document is None or document.agency_id != site.agency.pk:
        return _withdrawn(request, site, number)
    if not document.path.startswith("items/"):
        return HttpResponsePermanentRedirect(site.root + document.path)
    head = document_head(
        document,
        request.build_absolute_uri(request.path),
        plain(document.body) or document.passage_text,
    )
    files = [row for row in document.attachments if row["use"] == "attachment"]
    shown = {**form_shown(document, site), **ties_shown(document)}
    shown["consultation"] = panel_of(document, law_day(request.now))  # type: ignore[attr-defined]
    return page(request, site, "item.html", head, document=document, files=files, **shown)


@public
@require_safe
@kept
def captions(request: HttpRequest, number: int, code: str | None = None) -> HttpResponse:
    """The captions of a video, as players take them; gone with the item."""
    site = current_site(request, code)
    document = queries.document(number)
    mine = document is not None and document.agency_id == site.agency.pk
    written = captions_text(data_of(document)) if mine and document.presentation == "video" else ""
    if not written:
        raise Http404
    return HttpResponse(written, content_type="text/vtt; charset=utf-8")


def _withdrawn(request: HttpRequest, site: Site, number: int) -> HttpResponse:
    """The note at the address of a withdrawn item, or 404."""
    note = queries.withdrawal(number)
    if note is None or note.agency_id != site.agency.pk:
        raise Http404
    return page(request, site, "withdrawn.html", Head("这条信息已经撤回"), status=410, note=note)
