"""Reads of the journal: what happened to a record, in sentences, and the entries that a person may see."""

from django.db import models
from django.db.models import QuerySet

from gongkai.audit.labels import act_label
from gongkai.audit.models import SYSTEM_CHAIN, Entry
from gongkai.audit.organs import organ_names
from gongkai.audit.sentences import Told, changes_of
from gongkai.common.permissions import Actor, agencies_for


def told(entry: Entry) -> Told:
    """The entry in words."""
    return Told(
        at=entry.at,
        who=entry.actor_name,
        post=entry.post,
        act=act_label(entry.act),
        on=entry.object_label,
        kind=entry.object_type,
        changes=tuple(changes_of(entry)),
        reason=entry.reason,
    )


def history(on: models.Model, most: int = 100) -> list[Told]:
    """What happened to a record, newest first; shown by ``audit/history.html`` with ``history``."""
    rows = Entry.objects.filter(object_type=on._meta.label_lower, object_id=str(on.pk))
    return [told(entry) for entry in rows.order_by("-at", "-pk")[:most]]


def visible_organs(actor: Actor) -> dict[str, str]:
    """Names by code of the organs whose chains the person may read; the whole installation's for who sees all organs."""
    seen = organ_names(agencies_for(actor, "audit.view"))
    if seen and set(seen) == set(organ_names()):
        return {SYSTEM_CHAIN: "全系统", **seen}
    return dict(seen)


def visible(actor: Actor) -> QuerySet[Entry]:
    """The entries that the person may read."""
    return Entry.objects.filter(chain__organ__in=visible_organs(actor)).select_related("chain")


def acts_done() -> list[tuple[str, str]]:
    """The acts that stand in the journal, with their words."""
    keys = Entry.objects.order_by("act").values_list("act", flat=True).distinct()
    return [(key, act_label(key)) for key in keys]
