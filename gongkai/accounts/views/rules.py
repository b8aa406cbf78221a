"""The page of the rules of sign-in, for the administrators of the main organ."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from gongkai.accounts.actions.rules import RULES, mark_of, set_rules
from gongkai.accounts.people_forms import RulesForm
from gongkai.accounts.queries import main_organ, sign_in_rules
from gongkai.accounts.views import act_words as words
from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.act_pages import show_act


def ruling_organ() -> Agency:
    """The organ whose administrators set the rules."""
    organ = main_organ()
    if organ is None:
        raise Http404
    return organ


@requires("accounts.rules", on=ruling_organ)
def edit(request: HttpRequest, organ: Agency) -> HttpResponse:  # noqa: ARG001 - what the finder found
    """See and set them."""
    rules = sign_in_rules()
    initial = {"seen": mark_of(rules), **{name: getattr(rules, name) for name in RULES}}
    back = reverse("people:list")
    return show_act(
        request, words.RULES, lambda data: RulesForm(data, initial=initial), set_rules, back=back
    )
