"""移交工作: what a person holds, what of it a successor would get and what stays, and passing it on in one act."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.accounts.actions import succession
from gongkai.accounts.models import User
from gongkai.accounts.people_forms import HandOnForm
from gongkai.accounts.views.act_words import HAND_ON
from gongkai.accounts.views.people import person, person_url
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES, ActPage, show_act
from gongkai.common.succession import Duty, Holding, held_by

TEMPLATE = "people/hand_on.html"
LOOK = "look"
"""The button that shows what would go, and passes nothing on."""


@dataclass(frozen=True, slots=True)
class HandOnPage(ActPage):
    """The page, with what the person holds: of ``successor`` once one was chosen, else at all."""

    held: tuple[tuple[Duty, Holding], ...] = ()
    successor: User | None = None


@requires("accounts.edit", on=person)
def hand_on(request: HttpRequest, record: User) -> HttpResponse:
    """The page; with the button ``look`` what was chosen is only shown."""
    form = HandOnForm(request.POST if request.method == "POST" else None, person=record)
    chosen = form.cleaned_data.get("successor") if form.is_bound and _valid_enough(form) else None
    page = HandOnPage(
        HAND_ON.title,
        HAND_ON.button,
        HAND_ON.intro,
        help=HAND_ON.help,
        held=tuple(held_by(record, chosen)),
        successor=chosen,
    )
    back = person_url(record)
    if LOOK in request.POST:
        context = {"page": page, "form": form, "back": back, "of": record}
        return render(request, TEMPLATE, context, status=200 if chosen else MISTAKES)
    act = lambda **said: succession.hand_on(person=record, **said)  # noqa: E731
    return show_act(request, page, form, act, back=back, of=record, template=TEMPLATE)


def _valid_enough(form: HandOnForm) -> bool:
    """Whether a successor was chosen: to look, no reason is needed."""
    form.full_clean()
    return "successor" not in form.errors
