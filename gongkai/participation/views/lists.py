"""The list of consultations."""

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.clock import current, law_day
from gongkai.common.listing import Column, Listing, by_choice, by_words
from gongkai.common.permissions import agencies_for
from gongkai.law.public_consultation_states import STATES, state
from gongkai.participation.models import Consultation
from gongkai.participation.queries import consultations, standing

STATE_CHOICES = tuple((row.key, row.label) for row in STATES)


def consultation_url(row: Consultation) -> str:
    """Where the page of a consultation is."""
    return reverse("participation:consultation", args=(row.pk,))


def _state(row: Consultation) -> str:
    return state(standing(row, law_day(current()))).label


LIST = Listing(
    name="意见征集",
    columns=(
        Column("title", "公告", lambda row: row.item.title, sort="item__title", link=consultation_url),
        Column("agency", "机关", lambda row: row.agency.name),
        Column("kind", "事项", lambda row: row.kind_label, sort="kind"),
        Column("state", "状态", _state, sort="state"),
        Column("closes_on", "最后一日", lambda row: row.closes_on, sort="closes_on"),
        Column("comments", "意见（条）", lambda row: row.comment_count, number=True),
        Column("waiting", "待审核", lambda row: row.waiting_count, number=True),
    ),
    filters=(
        by_words("q", "公告的标题", "item__title"),
        by_choice("state", "状态", "state", STATE_CHOICES),
    ),
    order=("-changed_at", "-pk"),
    template="participation/list.html",
)  # fmt: skip


@requires("participation.view")
def consultation_list(request: HttpRequest) -> HttpResponseBase:
    """The consultations of the organs within reach."""
    may_plan = bool(agencies_for(request.user, "participation.handle"))
    may_rule = bool(agencies_for(request.user, "participation.set_up"))
    return LIST.answer(request, consultations(request.user), may_plan=may_plan, may_rule=may_rule)
