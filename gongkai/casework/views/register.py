"""Registering a request, and its papers."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from gongkai.agencies.models import Agency
from gongkai.casework import actions
from gongkai.casework.forms.register import PaperForm, RegisterForm
from gongkai.casework.models import Case, CaseFile
from gongkai.casework.repeats import alike
from gongkai.casework.views.finding import on_case, paper_of
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.files.sending import as_download


@requires("casework.handle")
def register(request: HttpRequest) -> HttpResponse:
    """登记申请"""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, "casework.handle"))
    form = RegisterForm(
        sent(request), sent_files(request), organs=organs, today=law_day(request.now)
    )
    status = MISTAKES if form.is_bound and not form.is_valid() else 200
    if form.is_bound and status == 200:
        try:
            return _registered(request, form)
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
            status = refusal.status
    return render(request, "casework/register.html", {"form": form}, status=status)


def _registered(request: HttpRequest, form: RegisterForm) -> HttpResponse:
    """The page of the new case."""
    case = _entered(request, form)
    messages.success(request, f"已登记，编号{case}")
    if alike(case, request.user):
        messages.warning(request, "有内容相近的申请，请看“可能重复的申请”，核对是不是重复")
    return redirect("casework:case", pk=case.pk)


@transaction.atomic
def _entered(request: HttpRequest, form: RegisterForm) -> Case:
    """Take the scan in first; then the case, with its number, and the scan in its file: all of it or nothing."""
    agency, scan = form.cleaned_data["agency"], form.cleaned_data["scan"]
    stored = _stored(request, agency, scan) if scan else None
    case = actions.register(agency=agency, request=form.request(), by=request.user, now=request.now)
    if stored:
        actions.add_paper(case=case, stored=stored, use="request", by=request.user, now=request.now)
    return case


def _stored(request: HttpRequest, agency: Agency, upload: object) -> StoredFile:
    return receive(agency=agency, upload=upload, purpose="record", by=request.user, now=request.now)


@on_case("casework.handle")
def add_paper(request: HttpRequest, case: Case) -> HttpResponse:
    """加入材料"""
    form = PaperForm(sent(request), sent_files(request))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            _added(request, case, **said)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, "材料已加入")
            return redirect("casework:case", pk=case.pk)
    status = MISTAKES if form.errors else 200
    context = {"form": form, "case": case}
    return render(request, "casework/paper.html", context, status=status)


@transaction.atomic
def _added(request: HttpRequest, case: Case, *, file: object, use: str, title: str) -> None:
    """Take the file in and put it into the case: both or neither."""
    stored = _stored(request, case.agency, file)
    actions.add_paper(
        case=case, stored=stored, use=use, title=title, by=request.user, now=request.now
    )


@on_case("casework.view", paper_of)
@require_GET
def paper(request: HttpRequest, found: CaseFile) -> HttpResponse:
    """A paper of the case, once the journal says who took it."""
    content = actions.read_paper(paper=found, by=request.user, now=request.now)
    return as_download(request, found.file, content)
