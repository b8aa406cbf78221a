"""Promises: those of last year beside what the records show, those of this report, marking, taking away and answering them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.annual_reports import actions
from gongkai.annual_reports.editing.promising import promising
from gongkai.annual_reports.models import Promise, Report
from gongkai.annual_reports.promise_forms import AnswerForm, PromiseForm
from gongkai.annual_reports.promises import promised, report_before
from gongkai.annual_reports.queries import as_value, previous_value
from gongkai.annual_reports.views.finding import report_of
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.sent import sent
from gongkai.law.citation import Cite

ACT = "annual_reports.edit"
RULE = f"依据：{Cite('条例', 50, 1, 4)}，年度报告应当写明存在的主要问题及改进情况。"
MARK = ActPage(
    "登记改进承诺",
    "登记",
    "明年编报告时，这一条和它的数字会并排显示，要写明做到没有。",
    help=("做什么：把能够检查的改进措施一条一条登记。", RULE, "例：“不再发生逾期答复”，用“逾期答复”看，应当减少，目标 0。"),
)  # fmt: skip
DROP = ActPage(
    "删去承诺的登记",
    "删去",
    "只删去登记，报告的文字不变。",
    danger=True,
    help=("做什么：删去登记错的一条；已经答复的不能删。", RULE, "例：同一件事登记了两遍。"),
)
ANSWER = ActPage(
    "答复上年的承诺",
    "保存答复",
    help=("做什么：写明上年的承诺做到没有；起草第五章时会用到。", RULE, "例：部分做到——培训了两次，窗口人员还没有轮训完。"),
)  # fmt: skip


def promise_of(pk: int) -> Promise:
    """The promise of that number, or 404."""
    return get_object_or_404(Promise.objects.select_related("report__agency"), pk=pk)


@requires(ACT, on=report_of)
def promises(request: HttpRequest, report: Report) -> HttpResponse:
    """What was promised last year and what became of it; what this report promises."""
    before, last = report_before(report), previous_value(report)
    own = list(report.promises.all())
    rows = promised(report)
    context = {
        "report": report,
        "before": before,
        "rows": rows,
        "open": sum(not row.promise.outcome for row in rows),
        "proposed_before": _proposed(last, [row.promise for row in rows]) if before else [],
        "own": own,
        "proposed": _proposed(as_value(report), own),
    }
    return render(request, "annual_reports/promises.html", context)


def _proposed(value: Any, marked: list[Promise]) -> list[tuple[int, str]]:
    """The sentences of chapter five that look like promises and are not marked, with their places."""
    known = [promise.text for promise in marked]
    sentences = enumerate(_sentences(value))
    return [(n, text) for n, text in sentences if not any(said in text for said in known)]


def _sentences(value: Any) -> list[str]:
    return list(promising(value.chapters.get("problems", ""))) if value else []


def _back(report: Report) -> str:
    return reverse("annual_reports:promises", args=(report.pk,))


def _page_of(promise: Promise) -> str:
    """The page of next year's report, where it is answered; the report's own where there is none yet."""
    report = promise.report
    following = Report.objects.filter(agency_id=report.agency_id, year=report.year + 1).first()
    return _back(following or report)


@requires(ACT, on=report_of)
def mark(request: HttpRequest, report: Report) -> HttpResponse:
    """Mark a promise; the address may name a sentence of the report."""
    sentences = dict(enumerate(_sentences(as_value(report))))
    asked = request.GET.get("sentence", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else -1
    form = PromiseForm(sent(request), initial={"text": sentences.get(number, "")})

    def act(*, wanted: Any = None, by: Any, now: Any) -> Promise:
        return actions.mark_promise(report=report, wanted=wanted, by=by, now=now)

    return show_act(request, MARK, form, act, back=_back(report), of=str(report))


@requires(ACT, on=promise_of)
def drop(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Take a mark away."""

    def act(*, by: Any, now: Any) -> None:
        actions.drop_promise(promise=promise, by=by, now=now)

    form = forms.Form(sent(request))
    return show_act(request, DROP, form, act, back=_page_of(promise), of=promise.text)


@requires(ACT, on=promise_of)
def answer(request: HttpRequest, promise: Promise) -> HttpResponse:
    """Say whether it was kept."""
    form = AnswerForm(sent(request), initial={"outcome": promise.outcome, "words": promise.words})

    def act(*, outcome: str, words: str, by: Any, now: Any) -> Promise:
        return actions.answer_promise(promise=promise, outcome=outcome, words=words, by=by, now=now)

    return show_act(request, ANSWER, form, act, back=_page_of(promise), of=promise.text)
