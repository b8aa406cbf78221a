"""The checks before release on the desk: what they found, masking in one step, letting a finding stand with a reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.common.access import requires
from gongkai.common.refusals import Conflict, Refusal
from gongkai.common.sent import sent
from gongkai.files.models import StoredFile
from gongkai.paperwork.personal_data import LABELS, mark_of
from gongkai.publishing import actions
from gongkai.publishing.actions.overrides import finding_of
from gongkai.publishing.checks import Finding, subject_of
from gongkai.publishing.checks.personal import GRAVE, is_own, stands
from gongkai.publishing.forms import SeenForm
from gongkai.publishing.forms.checks import MaskForm, OverrideForm
from gongkai.publishing.models import Attachment, FileSurvey, FindingOverride, Item
from gongkai.publishing.views.files_and_links import attached
from gongkai.publishing.views.record import item_of


@requires("publishing.view", on=item_of)
@require_POST
def recheck(request: HttpRequest, item: Item) -> HttpResponse:
    """Look through files that nobody looked through yet, and have the links tried again."""
    if item.draft is not None:
        actions.survey_files(item.draft, request.now)
        links = actions.ask_for_links(item.draft, request.now)
        later = f"；正在后台核对 {links} 个链接，过一会儿再看" if links else ""
        messages.success(request, f"已重新检查{later}")
    return redirect(reverse("publishing:item", args=(item.pk,)) + "#checks")


@requires("publishing.override", on=item_of)
def override(request: HttpRequest, item: Item) -> HttpResponse:
    """Let one finding stand; which one is in the address's query."""
    check, mark = request.GET.get("check", "")[:32], request.GET.get("mark", "")[:16]
    finding = finding_of(item, check, mark, request.now)
    form = OverrideForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            _let(request, item, finding, form.cleaned_data["reason"])
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已记下理由，这个问题不再挡签发")
            return redirect(reverse("publishing:item", args=(item.pk,)) + "#checks")
    context = {"item": item, "form": form, "finding": finding}
    return render(request, "publishing/override.html", context, status=422 if form.errors else 200)


def _let(request: HttpRequest, item: Item, finding: Finding, reason: str) -> FindingOverride:
    return actions.override_finding(
        item=item,
        check=finding.check,
        mark=finding.mark,
        reason=reason,
        by=request.user,
        now=request.now,
    )


@requires("publishing.edit", on=item_of)
def mask(request: HttpRequest, item: Item) -> HttpResponse:
    """Before and after of every value found; those ticked are masked in a new version."""
    if item.draft is None or item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    values = values_of(item, request)
    choices = [(key, words) for key, words, _ in values]
    first = {"marks": [key for key, _, grave in values if grave], "seen_version": item.version}
    form = MaskForm(sent(request), choices=choices, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.mask(item=item, by=request.user, now=request.now, **form.cleaned_data)
        except (Refusal, Conflict) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(
                request,
                f"已遮盖，存为第 {done.draft.number} 版；要恢复，打开上一版点“用这一版作为新的草稿”",
            )
            return redirect(reverse("publishing:item", args=(item.pk,)) + "#checks")
    context = {"item": item, "form": form, "values": values}
    return render(request, "publishing/mask.html", context, status=422 if form.errors else 200)


@requires("publishing.edit", on=attached)
def mask_file(request: HttpRequest, found: Attachment) -> HttpResponse:
    """What was found in the file; then a masked copy takes its place."""
    item, stored = found.version.item, found.file
    if item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    form = SeenForm(sent(request), initial={"seen_version": item.version})
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            _masked(request, item, stored, seen)
        except (Refusal, Conflict) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已换上遮盖之后的“{found.title}”；原来的文件留存，不公开")
            return redirect(reverse("publishing:item", args=(item.pk,)) + "#checks")
    survey = FileSurvey.objects.filter(file=stored).first()
    rows = [(LABELS[row["kind"]], row) for row in survey.finds] if survey else []
    context = {"item": item, "found": found, "form": form, "rows": rows}
    return render(request, "publishing/mask_file.html", context, status=422 if form.errors else 200)


def _masked(request: HttpRequest, item: Item, stored: StoredFile, seen: int) -> Item:
    by, now = request.user, request.now
    made = actions.masked_file(item=item, stored=stored, by=by, now=now)
    return actions.replace_file(item=item, old=stored, made=made, seen_version=seen, by=by, now=now)


def values_of(item: Item, request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Mark, words with before and after, and whether it is of the grave kinds: each value of the draft once."""
    own = subject_of(item, item.draft, request.now).own_contact
    found: dict[str, tuple[str, str, bool]] = {}
    for place, _, each in stands(item.draft):
        if not is_own(each, own):
            words = f"{place}，{LABELS[each.kind]}：{each.text} → {each.masked}"
            found.setdefault(mark_of(each), (mark_of(each), words, each.kind in GRAVE))
    return sorted(found.values(), key=lambda row: not row[2])
