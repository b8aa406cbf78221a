"""The page of one letter: how it looks, rewording it, its files; and letters that are drafted by themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from gongkai.casework import actions
from gongkai.casework.actions.letter_drafts import is_editable, is_loose
from gongkai.casework.forms.letters import KindForm, LetterForm, SeenForm
from gongkai.casework.letters import drafted, masked
from gongkai.casework.letters.kinds import decides, loose_kinds
from gongkai.casework.models import Case, Letter
from gongkai.casework.views.finding import letter_of, on_case
from gongkai.casework.views.letter_pieces import piece_of
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.files.sending import as_download
from gongkai.paperwork.cleaning import FILE_KINDS

KINDS = ("pdf", "docx")
HELP = (
    "双花括号里的内容由系统按登记的事项填写，改写段落时不能删去；要改它，改登记的事项。",
    "依据的条款和救济途径按成文那一天的规定写，不用自己查。",
    "例：把“现答复如下”改得更明白，可以；把救济途径一段删掉，不行。",
)


@on_case("casework.view", letter_of)
def letter(request: HttpRequest, found: Letter) -> HttpResponse:
    """One letter: how it looks, what it still lacks, where its files are."""
    person, case = request.user, found.case
    may_handle = allowed(person, "casework.handle", case.agency)
    loose = is_loose(found) and found.state == "draft"
    context = {
        "letter": found,
        "case": case,
        "piece": piece_of(found, law_day(request.now)),
        "editable": is_editable(found) and may_handle,
        "drops": loose and may_handle,
        "issues": loose and may_handle and not decides(found.kind),
        "signs": loose and decides(found.kind) and allowed(person, "casework.approve", case.agency),
        "may_read": allowed(person, "casework.read_personal", case.agency),
        "may_set_up": allowed(person, "agencies.edit", case.agency),
        "kinds": KINDS,
    }
    return render(request, "casework/letter.html", context)


@on_case("casework.handle", letter_of)
def edit_letter(request: HttpRequest, found: Letter) -> HttpResponse:
    """改写文书"""
    if not is_editable(found):
        raise Refusal(
            "文书已经送审、批准或者定稿，文字不能再改",
            cite=found.row.cite,
            next_step="答复退回、收回以后可以修改",
        )
    made = drafted(found, law_day(request.now), masked(found.case, found.consultation))
    page = ActPage("改写文书", button="保存", intro=found.row.title, help=HELP)
    return show_act(
        request,
        page,
        lambda data: LetterForm(data, letter=found, made=made),
        lambda **said: actions.save_letter(letter=found, **said),
        back=_page_of(found),
        of=found.case,
        template="casework/letter_edit.html",
    )


@on_case("casework.handle")
def draft_letter(request: HttpRequest, case: Case) -> HttpResponse:
    """出具其他文书"""
    if request.method != "POST" and not loose_kinds(case):
        raise Refusal("这一件现在没有可以单独出具的文书", next_step="回到这一件")
    page = ActPage(
        "出具其他文书",
        button="拟写",
        intro="登记回执、协助函、转送函、终止办理告知书，不随答复和告知书办理的，在这里拟写。",
        help=HELP,
    )
    return show_act(
        request,
        page,
        KindForm(sent(request), case=case),
        lambda **said: actions.draft_letter(case=case, **said),
        back=reverse("casework:case", kwargs={"pk": case.pk}),
        of=case,
        done=lambda made: redirect(_page_of(made)),
    )


def _agreed(act_key: str, page: ActPage, action: Callable[..., Any], *, stays: bool = True) -> Any:
    """The page of an act on a draft that belongs to no act of its own; ``stays``: the letter is there afterwards."""

    @on_case(act_key, letter_of)
    def view(request: HttpRequest, found: Letter) -> HttpResponse:
        if request.method != "POST" and not (is_loose(found) and is_editable(found)):
            raise Refusal("这份文书随答复、告知书办理，或者已经定稿", cite=found.row.cite)
        seen = {"seen_version": found.version}
        case = reverse("casework:case", kwargs={"pk": found.case_id})
        return show_act(
            request,
            page,
            lambda data: SeenForm(data, initial=seen),
            lambda **said: action(letter=found, **said),
            back=_page_of(found) if stays else case,
            of=found.row.title,
        )

    view.__doc__ = page.title
    return view


_FIXED = "编发文字号，文字从此不能改动，生成 PDF 和 DOCX。"
issue_letter = _agreed(
    "casework.handle", ActPage("定稿并编号", button="定稿", intro=_FIXED), actions.issue_letter
)
sign_letter = _agreed(
    "casework.approve", ActPage("签发文书", button="签发", intro=_FIXED), actions.issue_letter
)
drop_letter = _agreed(
    "casework.handle",
    ActPage("删去这份草稿", button="删去", intro="草稿没有编号，删去以后不留下空号。", danger=True),
    actions.drop_letter,
    stays=False,
)


@on_case("casework.read_personal", letter_of)
@require_GET
def letter_file(request: HttpRequest, found: Letter) -> HttpResponse:
    """A file of an issued letter, once the journal says who took it."""
    kind = _kind_of(request)
    if found.state == "draft":
        raise Refusal("文书还没有定稿", next_step="草稿在文书的页面上下载")
    if not found.sealed:
        raise Refusal("文书的文字已经按规定销毁")
    content = actions.read_letter(letter=found, kind=kind, by=request.user, now=request.now)
    return _download(request, kind, f"{found}.{kind}", content)


@on_case("casework.view", letter_of)
@require_GET
def letter_draft(request: HttpRequest, found: Letter) -> HttpResponse:
    """A draft as a file, marked as one."""
    kind = _kind_of(request)
    if found.state != "draft":
        raise Refusal("文书已经定稿，没有草稿可以下载", next_step="下载定稿的文件")
    content = actions.read_draft(letter=found, kind=kind, by=request.user, now=request.now)
    return _download(request, kind, f"草稿-{found.row.title}.{kind}", content)


def _kind_of(request: HttpRequest) -> Any:
    kind = request.GET.get("as", "pdf")
    if kind not in KINDS:
        raise Http404
    return kind


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that is made for this answer."""

    name: str
    content_type: str


def _download(request: HttpRequest, kind: str, name: str, content: bytes) -> HttpResponse:
    return as_download(request, _Made(name, FILE_KINDS[kind].content_type), content)


def _page_of(found: Letter) -> str:
    return reverse("casework:letter", kwargs={"pk": found.pk})
