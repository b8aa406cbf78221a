"""Lists for archives and libraries: making one, seeing those made, taking one as a file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.listing.export import TYPES, download
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.common.sent import sent
from gongkai.publishing import actions
from gongkai.publishing.forms import HandOverForm
from gongkai.publishing.models import HandOver
from gongkai.publishing.views.lists import agency_of

HEAD = ("序号", "索引号", "标题", "发文字号", "成文日期", "公开日期", "版次", "校验值（SHA-256）")
KEYS = ("index_number", "title", "document_number", "made_on", "published_on", "number", "sha256")


@requires("publishing.hand_over", on=agency_of)
def hand_over(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Make a list, and see those made before."""
    form = HandOverForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.hand_over(
                agency=agency, by=request.user, now=request.now, **form.cleaned_data
            )
        except NotAllowed:
            raise
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            messages.success(request, f"清单已做好，共 {len(made.items)} 条，可以下载")
            return redirect("publishing:hand_over", pk=agency.pk)
    context = {"agency": agency, "form": form, "rows": agency.hand_overs.all()[:50]}
    status = 422 if form.errors else 200
    return render(request, "publishing/hand_over.html", context, status=status)


def hand_over_of(pk: int, kind: str) -> HandOver:
    """The list of that number, for a kind of file that there is; or 404."""
    if kind not in TYPES:
        raise Http404
    return get_object_or_404(HandOver.objects.select_related("agency"), pk=pk)


@requires("publishing.hand_over", on=hand_over_of)
def hand_over_file(request: HttpRequest, found: HandOver) -> StreamingHttpResponse:
    """The list as a table."""
    kind = request.resolver_match.kwargs["kind"]
    rows = (
        (number, *(row.get(key, "") for key in KEYS)) for number, row in enumerate(found.items, 1)
    )
    name = f"移交清单_{found.receiver}_{found.since}_{found.until}"
    return download(request, kind, name, HEAD, rows)
