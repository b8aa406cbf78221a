"""文书模板, by organ: the law's text of each kind, the organ's own Word forms, how 发文字号 are written."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from gongkai.agencies.models import Agency
from gongkai.agencies.views.desk import organ as organ_of
from gongkai.casework import actions
from gongkai.casework.actions.letter_issuing import templates_on
from gongkai.casework.actions.letter_templates import SET_UP
from gongkai.casework.forms.letter_forms import EndForm, PatternsForm, TemplateForm
from gongkai.casework.letters.templates import (
    REQUIRED,
    sample_facts,
    sample_letter,
    texts_of,
    usable_labels,
)
from gongkai.casework.models import CaseRules, LetterTemplate
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.files.sending import as_download
from gongkai.law.letters import LETTERS, Letter, LetterText, letter
from gongkai.law.outcomes import outcome
from gongkai.paperwork.cleaning import FILE_KINDS
from gongkai.paperwork.letters.own_template import fill_template


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of letter with the organ's own form of today."""

    row: Letter
    template: LetterTemplate | None


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text of the law, with the decision that it serves."""

    text: LetterText
    decision: str


def template(pk: int) -> LetterTemplate:
    """The form of that number, or 404."""
    return get_object_or_404(LetterTemplate.objects.select_related("agency", "file"), pk=pk)


@requires(SET_UP)
def letter_forms(request: HttpRequest) -> HttpResponse:
    """The organs whose forms the person keeps; straight to the page where there is one."""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, SET_UP)).order_by("code")
    if len(organs) == 1:
        return redirect("casework:letter_forms_of", pk=organs[0].pk)
    return render(request, "casework/letter_forms_organs.html", {"organs": organs})


@requires(SET_UP, on=organ_of)
def letter_forms_of(request: HttpRequest, organ: Agency) -> HttpResponse:
    """Every kind of letter, and whose form it has today."""
    own = templates_on(organ, law_day(request.now))
    rows = [KindRow(row, own.get(row.key)) for row in LETTERS]
    return render(request, "casework/letter_forms.html", {"organ": organ, "rows": rows})


@requires(SET_UP, on=organ_of)
def letter_form(request: HttpRequest, organ: Agency) -> HttpResponse:
    """One kind: what the law's text says, which fields there are, the versions, and a form to upload another."""
    kind, today = _kind_of(request), law_day(request.now)
    form = TemplateForm(sent(request), sent_files(request), today=today)
    status = MISTAKES if form.is_bound and not form.is_valid() else 200
    if form.is_bound and status == 200:
        try:
            actions.add_template(
                agency=organ, kind=kind.key, by=request.user, now=request.now, **form.cleaned_data
            )
            messages.success(request, f"《{kind.title}》的模板已上传")
            return redirect(_page_of(organ, kind.key))
        except Refusal as refusal:
            said = "。".join(filter(None, (str(refusal), refusal.next_step)))
            form.add_error("upload", said)
            status = refusal.status
    context = {
        "organ": organ,
        "kind": kind,
        "form": form,
        "texts": [_row(text) for text in texts_of(kind.key, today)],
        "labels": usable_labels(kind.key, today),
        "required": REQUIRED,
        "versions": LetterTemplate.objects.filter(agency=organ, kind=kind.key),
    }
    return render(request, "casework/letter_form.html", context, status=status)


def _row(text: LetterText) -> TextRow:
    return TextRow(text, outcome(text.outcome).decision if text.outcome else "")


def _kind_of(request: HttpRequest) -> Letter:
    try:
        return letter(request.GET.get("kind", LETTERS[0].key))
    except KeyError as unknown:
        raise Http404 from unknown


def _page_of(organ: Agency, kind: str) -> str:
    return f"{reverse('casework:letter_form', kwargs={'pk': organ.pk})}?kind={kind}"


@requires(SET_UP, on=template)
@require_GET
def template_sample(request: HttpRequest, found: LetterTemplate) -> HttpResponse:
    """The form filled with samples, as Word file."""
    texts = texts_of(found.kind, law_day(request.now))
    if not texts:
        raise Refusal("这种文书现在没有生效的文本")
    with found.file.open() as content:
        data = fill_template(content.read(), sample_letter(texts[0]), sample_facts())
    name = f"样张-{letter(found.kind).title}.docx"
    return as_download(request, _Sample(name, FILE_KINDS["docx"].content_type), data)


@dataclass(frozen=True, slots=True)
class _Sample:
    """A file that is made for this answer."""

    name: str
    content_type: str


@requires(SET_UP, on=template)
def end_template(request: HttpRequest, found: LetterTemplate) -> HttpResponse:
    """停用模板"""
    return show_act(
        request,
        ActPage("停用模板", button="停用", danger=True, intro="已经定稿的文书不受影响。"),
        EndForm(sent(request), initial={"until": law_day(request.now)}),
        lambda **said: actions.end_template(template=found, **said),
        back=_page_of(found.agency, found.kind),
        of=found,
    )


@requires(SET_UP, on=organ_of)
def letter_numbers(request: HttpRequest, organ: Agency) -> HttpResponse:
    """发文字号的写法"""

    def make(data: Any) -> PatternsForm:
        rules = CaseRules.objects.filter(agency=organ).first() or CaseRules(agency=organ)
        return PatternsForm(data, rules=rules)

    return show_act(
        request,
        ActPage(
            "发文字号的写法",
            intro="{year} 是年份，{serial} 是当年这一类的序号，都要有；{organ} 是本机关的简称。已经给出的文号不变。",
            help=("四类文书各编各的号，写法不能一样。", "例：青政依复〔{year}〕{serial}号"),
        ),
        make,
        lambda **said: actions.set_letter_patterns(agency=organ, **said),
        back=reverse("casework:letter_forms_of", kwargs={"pk": organ.pk}),
        of=organ,
    )
