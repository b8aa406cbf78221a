"""What an organ decides of the checks before release: how grave each is, and which words it does not use."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.refusals import Conflict, Refusal
from gongkai.common.sent import sent
from gongkai.publishing.actions.check_rules import add_word, remove_word, set_checks
from gongkai.publishing.checks import severities_of
from gongkai.publishing.checks.table import CHECKS
from gongkai.publishing.forms.checks import SeveritiesForm, WordForm
from gongkai.publishing.models import CheckRules, OrganWord
from gongkai.publishing.views.lists import agency_of
from gongkai.publishing.wording import shipped


@requires("publishing.set_up", on=agency_of)
def severities(request: HttpRequest, agency: Agency) -> HttpResponse:
    """How grave the organ takes each check."""
    rules = CheckRules.objects.filter(agency=agency).first()
    shown = {**severities_of(agency), "seen_version": rules.version if rules else None}
    form = SeveritiesForm(sent(request), initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            set_checks(
                agency=agency,
                severities=form.severities(),
                seen_version=form.cleaned_data["seen_version"],
                by=request.user,
                now=request.now,
            )
        except (Refusal, Conflict) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已保存，从现在起照新的办")
            return redirect("publishing:columns")
    context = {"agency": agency, "form": form, "fixed": [row for row in CHECKS if row.fixed]}
    status = 422 if form.errors else 200
    return render(request, "publishing/severities.html", context, status=status)


@requires("publishing.set_up", on=agency_of)
def words(request: HttpRequest, agency: Agency) -> HttpResponse:
    """The organ's words, with a form for one more, and the list that comes with the program."""
    form = WordForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            add_word(agency=agency, by=request.user, now=request.now, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("wrong", str(refusal))
        else:
            messages.success(request, "已添加")
            return redirect("publishing:words", pk=agency.pk)
    own = OrganWord.objects.filter(agency=agency)
    context = {"agency": agency, "form": form, "own": own, "shipped": shipped()}
    return render(request, "publishing/words.html", context, status=422 if form.errors else 200)


def word_of(pk: int) -> OrganWord:
    """The word of that number, or 404."""
    return get_object_or_404(OrganWord.objects.select_related("agency"), pk=pk)


@requires("publishing.set_up", on=word_of)
@require_POST
def drop_word(request: HttpRequest, word: OrganWord) -> HttpResponse:
    """Take a word off the organ's list."""
    agency = word.agency_id
    remove_word(word=word, by=request.user, now=request.now)
    messages.success(request, f"已删去“{word.wrong}”")
    return redirect("publishing:words", pk=agency)
