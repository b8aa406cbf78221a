"""案卷: ask for the file of a case, see how far it has come, fetch it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from gongkai.audit.personal import Erased
from gongkai.casework.actions.dossiers import ask_dossier, take_dossier
from gongkai.casework.forms.dossier import DossierForm
from gongkai.casework.models import Case, Dossier
from gongkai.casework.views.finding import on_case
from gongkai.common.act_pages import MISTAKES
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.files.sending import as_stream

READ = "casework.read_personal"
TYPES = {"zip": "application/zip", "pdf": "application/pdf"}


def dossier_of(pk: int, kind: str = "") -> Dossier:  # noqa: ARG001 - the other part of the address
    """The dossier of that number, or 404."""
    rows = Dossier.objects.select_related("case__agency", "case__number")
    return get_object_or_404(rows, pk=pk)


@on_case(READ)
def dossier(request: HttpRequest, case: Case) -> HttpResponse:
    """The form, and the dossiers there are; POST asks for one."""
    form = DossierForm(sent(request))
    status = MISTAKES if form.is_bound and not form.is_valid() else 200
    if form.is_bound and form.is_valid():
        try:
            ask_dossier(case=case, by=request.user, now=request.now, **form.cleaned_data)
            return redirect("casework:dossier", pk=case.pk)
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
            status = refusal.status
    rows = case.dossiers.all()[:10]
    making = any(row.state == "waiting" for row in rows)
    context = {"case": case, "form": form, "rows": rows, "waiting": making}
    return render(request, "casework/dossier.html", context, status=status)


@on_case(READ, dossier_of)
@require_GET
def dossier_file(request: HttpRequest, row: Dossier) -> HttpResponseBase:
    """One of the two files, streamed; a dossier that is gone is refused, with what to do instead."""
    kind = request.resolver_match.kwargs["kind"]  # type: ignore[union-attr]
    if kind not in TYPES:
        raise Http404
    try:
        pieces = take_dossier(dossier=row, kind=kind, by=request.user, now=request.now)
    except Erased as erased:
        raise Http404 from erased
    size = row.zip_size if kind == "zip" else row.pdf_size
    answer: StreamingHttpResponse = as_stream(
        request, pieces, size, f"{row.case}案卷.{kind}", TYPES[kind]
    )
    return answer
