"""The journal for supervisors and administrators: a list that can be filtered and exported, and each entry in full."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from gongkai.audit.actions import take_out
from gongkai.audit.labels import act_label, type_label
from gongkai.audit.models import SYSTEM_CHAIN, Entry
from gongkai.audit.queries import acts_done, told, visible, visible_organs
from gongkai.common.access import requires
from gongkai.common.clock import LAW_ZONE
from gongkai.common.listing import Column, Filter, Listing, by_choice, by_day, by_words


def _at(entry: Entry) -> str:
    return entry.at.astimezone(LAW_ZONE).strftime("%Y-%m-%d %H:%M:%S")


def _open(entry: Entry) -> str:
    return reverse("audit:entry", args=(entry.pk,))


def _organs(request: HttpRequest) -> list[tuple[str, str]]:
    return [(code or "-", name) for code, name in visible_organs(request.user).items()]


def _of_organ() -> Filter:
    chosen = by_choice("organ", "机关", "chain__organ", _organs)

    def apply(rows, value):  # noqa: ANN001, ANN202 - as Filter.apply says
        return rows.filter(chain__organ=SYSTEM_CHAIN if value == "-" else value)

    return Filter(chosen.key, chosen.label, chosen.kind, apply, chosen.choices)


def _on_export(request: HttpRequest, count: int) -> None:
    take_out(rows=count, query=request.GET.urlencode(), by=request.user, now=request.now)


JOURNAL = Listing(
    name="办事留痕",
    columns=(
        Column("at", "时间", _at, sort="at", link=_open),
        Column("who", "人员", lambda entry: entry.actor_name, sort="actor_name"),
        Column("post", "岗位", lambda entry: entry.post),
        Column("act", "办理", lambda entry: act_label(entry.act), sort="act"),
        Column("on", "对象", lambda entry: entry.object_label),
        Column("kind", "对象种类", lambda entry: type_label(entry.object_type)),
        Column("reason", "理由", lambda entry: entry.reason),
    ),
    filters=(
        by_words("who", "人员", "actor_name"),
        by_choice("act", "办理", "act", lambda _: acts_done()),
        by_words("on", "对象", "object_label", "object_id"),
        _of_organ(),
        by_day("since", "从", "at"),
        by_day("until", "到", "at", end=True),
    ),
    order=("-at", "-pk"),
    per_page=50,
    on_export=_on_export,
    template="audit/journal.html",
)


@requires("audit.view")
def journal(request: HttpRequest) -> HttpResponseBase:
    """The list."""
    return JOURNAL.answer(request, visible(request.user))


@requires("audit.view")
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry, with its place in the chain."""
    found = visible(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    organ = visible_organs(request.user)[found.chain.organ]
    context = {
        "entry": found,
        "told": told(found),
        "kind": type_label(found.object_type),
        "organ": organ,
    }
    return render(request, "audit/entry.html", context)
