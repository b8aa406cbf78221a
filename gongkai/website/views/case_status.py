"""Where a request stands, for who has its number and query code; correcting, giving reasons and withdrawing it online."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.casework.actions.by_applicant import correct_online, reason_online, withdraw_online
from gongkai.casework.actions.online import forget_uploads
from gongkai.casework.models import Case
from gongkai.casework.online import APPLICANT, case_by_code
from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.files.actions import receive_from_public
from gongkai.files.models import StoredFile
from gongkai.website.case_files import offered
from gongkai.website.case_status import MINUTES, Standing, case_of, standing_of, token_of
from gongkai.website.forms.case_status import AnswerForm, CodeForm, WithdrawForm
from gongkai.website.limits import STATUS, TOO_OFTEN, within
from gongkai.website.site import Site, current_site
from gongkai.website.views.applying import MISTAKES, own_page, page_or_form

WRONG = "编号或者查询码不对。请对照回执再填一遍；查询码丢了的，请与工作人员联系"
TITLE = "查询办理情况"
LABELS = {"clarification": "补正的内容", "reasons": "您的理由"}


@public
@page_or_form
def status(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Number and code; the answer to wrong ones is always the same."""
    site = current_site(request, code)
    form = CodeForm(sent(request))
    answer = MISTAKES if form.is_bound else 200
    if form.is_bound and not within(request, "code"):
        form.add_error(None, TOO_OFTEN)
        answer = STATUS
    elif form.is_bound and form.is_valid():
        found = case_by_code(site.agency, form.cleaned_data["number"], form.cleaned_data["code"])
        if found:
            return redirect(f"{site.root}apply/status/{token_of(found)}/")
        form.add_error(None, WRONG)
    return own_page(request, site, "apply_status.html", TITLE, status=answer, form=form)


def over(request: HttpRequest, site: Site) -> HttpResponse:
    """The link is over or was never one: number and code are asked again."""
    form = CodeForm()
    return own_page(request, site, "apply_status.html", TITLE, status=404, form=form, over=True)


@public
@page_or_form
def case(request: HttpRequest, token: str, code: str | None = None) -> HttpResponse:
    """Where it stands, until when, why until then, and what the applicant may do; POST answers a notice."""
    site = current_site(request, code)
    found = case_of(site.agency, token)
    if found is None:
        return over(request, site)
    standing = standing_of(found, law_day(request.now))  # type: ignore[attr-defined]
    form = None
    if standing.asked:
        label = LABELS[standing.asked.kind]
        form = AnswerForm(sent(request), sent_files(request), label=label)
    answer = MISTAKES if request.method == "POST" else 200
    if form and form.is_valid() and answered(request, found, standing, form):
        return redirect(f"{request.path}?done=1")
    return own_page(
        request,
        site,
        "apply_case.html",
        TITLE,
        status=answer,
        case=found,
        standing=standing,
        offered=offered(found, law_day(request.now)),  # type: ignore[attr-defined]
        form=form,
        token=token,
        minutes=MINUTES,
        done=request.GET.get("done") == "1",
    )


def answered(request: HttpRequest, found: Case, standing: Standing, form: AnswerForm) -> bool:
    """Hand the answer in; what stands against it is said in the form, and the file that came along is not kept."""
    act = correct_online if standing.asked.kind == "clarification" else reason_online  # type: ignore[union-attr]
    files: list[StoredFile] = []
    try:
        files = taken_in(request, found, form)
        act(case=found, words=form.cleaned_data["words"], files=files, now=request.now)  # type: ignore[attr-defined]
    except Refusal as refusal:
        forget_uploads(files)
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
    return form.is_valid()


def taken_in(request: HttpRequest, found: Case, form: forms.Form) -> list[StoredFile]:
    """The file that came along, if one did."""
    upload = form.cleaned_data["file"]
    if upload is None:
        return []
    if not within(request, "file"):
        raise Refusal(TOO_OFTEN)
    stored = receive_from_public(
        agency=found.agency,
        upload=upload,
        title="申请人补充的材料",
        permit=APPLICANT,
        now=request.now,  # type: ignore[attr-defined]
    )
    return [stored]


@public
@page_or_form
def withdraw(request: HttpRequest, token: str, code: str | None = None) -> HttpResponse:
    """Withdraw the request, once that is said to be meant."""
    site = current_site(request, code)
    found = case_of(site.agency, token)
    if found is None:
        return over(request, site)
    form = WithdrawForm(sent(request))
    if form.is_valid():
        try:
            withdraw_online(case=found, now=request.now)  # type: ignore[attr-defined]
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            return redirect(f"{site.root}apply/status/{token}/")
    more = {"status": MISTAKES if form.is_bound else 200, "case": found, "token": token}
    return own_page(request, site, "apply_withdraw.html", "撤回申请", form=form, **more)
