"""One act, one page: the form, the act on POST, and back. What was typed is kept, whatever is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.refusals import Conflict, Refusal
from gongkai.common.sent import sent
from gongkai.common.stale_forms import Maker, on_top, settled, stale_form

TEMPLATE = "shell/act.html"
MISTAKES = 422
"""The status of a page that says what is wrong with the form."""


@dataclass(frozen=True, slots=True)
class ActPage:
    """The words of such a page. ``danger`` colours the button; ``intro`` says what will happen.

    ``help`` says what to do, by which rule, with an example.
    """

    title: str
    button: str = "保存"
    intro: str = ""
    danger: bool = False
    help: tuple[str, ...] = ()


def show_act(
    request: HttpRequest,
    page: ActPage,
    make: Maker | forms.BaseForm,
    act: Callable[..., Any],
    *,
    back: str,
    of: object = "",
    done: Callable[[Any], HttpResponse] | None = None,
    template: str = TEMPLATE,
) -> HttpResponse:
    """Show the form that ``make`` makes of what was sent; on POST call ``act(**cleaned, by, now)`` and go ``back``.

    A refusal is said above the form; where somebody else saved first, the person chooses field by field. With ``done``,
    what it makes of the act's result is the answer instead: for what is shown once. ``template`` extends ``TEMPLATE``.
    A form that holds no mark of what was seen may be given as it is, in place of ``make``.
    """
    data = sent(request)
    form = make
    if not isinstance(make, forms.BaseForm):
        form = make(data if data is None else settled(data, make))
    context = {"page": page, "form": form, "back": back, "of": of}
    if not form.is_valid():
        status = MISTAKES if form.is_bound else 200
        return render(request, template, context, status=status)
    try:
        result = act(**form.cleaned_data, by=request.user, now=request.now)
    except Refusal as refusal:
        if isinstance(refusal, Conflict) and form is not make:
            return _compared(request, template, context, make)
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        return render(request, template, context, status=refusal.status)
    if done:
        return done(result)
    messages.success(request, f"{of}：{page.title}已办理" if of else f"{page.title}已办理")
    return redirect(back)


def _compared(
    request: HttpRequest, template: str, context: dict[str, Any], make: Maker
) -> HttpResponse:
    """The page to choose on; where the form holds nothing of the record, the form again, on top of what stands now."""
    stale = stale_form(context["form"], make(None))
    if not stale.about_record:
        context["form"] = make(on_top(request.POST, make(None)))
    return render(request, template, {**context, "stale": stale}, status=Conflict.status)
