"""One act, one page: the form, the act on POST, and back. A refusal stands above the form, with what was typed kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.refusals import Refusal


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
    form: forms.Form,
    act: Callable[..., Any],
    *,
    back: str,
    of: object = "",
    done: Callable[[Any], HttpResponse] | None = None,
) -> HttpResponse:
    """Show the form; on POST call ``act(**cleaned, by, now)`` and go ``back``, or say why not.

    With ``done``, what it makes of the act's result is the answer instead: for what is shown once.
    """
    if request.method == "POST" and form.is_valid():
        try:
            result = act(**form.cleaned_data, by=request.user, now=request.now)
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            if done:
                return done(result)
            messages.success(request, f"{of}：{page.title}已办理" if of else f"{page.title}已办理")
            return redirect(back)
    context = {"page": page, "form": form, "back": back, "of": of}
    return render(request, "shell/act.html", context)
