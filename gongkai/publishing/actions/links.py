"""建立、解除信息之间的关联：文件和解读、废止和被废止"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.moving import announce, locked
from gongkai.publishing.actions.validity import EFFECTS, let_take_effect
from gongkai.publishing.models import Item, ItemLink
from gongkai.publishing.models.link import KINDS

_LABELS = dict(KINDS)


@transaction.atomic
def link(*, source: Item, target: Item, kind: str, by: User, now: datetime) -> ItemLink:
    """Tie two items of one organ; readers see the tie from both ends as soon as both are public."""
    here, there = _both(source, target)
    permit = _permit(here, kind, by)
    if here.agency_id != there.agency_id or here.pk == there.pk or kind not in _LABELS:
        raise Refusal("请选择本机关的另一条信息")
    if ItemLink.objects.filter(kind=kind, source=there, target=here).exists():
        raise Refusal("这两条信息已经反过来关联了，不能互相" + _LABELS[kind])
    tie, new = ItemLink.objects.get_or_create(
        kind=kind,
        source=here,
        target=there,
        defaults={"made_at": now, "made_by_id": by.pk, "made_by": by.name},
    )
    if new:
        said = {"kind": kind, "target": there.title}
        record("publishing.link", here, by=permit, at=now, organ=here.agency.code, after=said)
        _changed(here, there, now=now)
        if kind in EFFECTS and here.published_id:
            let_take_effect(here, now)
    return tie


def _permit(source: Item, kind: str, by: User) -> Permit:
    """What repeals or amends changes what another document is worth to readers: once it is signed, only the signer ties it."""
    signed = source.published_id or source.state == "scheduled"
    if kind in EFFECTS and signed:
        return require(by, "publishing.publish", source.agency)
    return require(by, "publishing.tie", source.agency)


@transaction.atomic
def unlink(*, tie: ItemLink, by: User, now: datetime) -> None:
    """Undo a tie."""
    here, there = _both(tie.source, tie.target)
    permit = _permit(here, tie.kind, by)
    said = {"kind": tie.kind, "target": there.title}
    tie.delete()
    record("publishing.unlink", here, by=permit, at=now, organ=here.agency.code, before=said)
    _changed(here, there, now=now)


def _both(source: Item, target: Item) -> tuple[Item, Item]:
    """Both items, locked in the order of their numbers, so that two people never wait for each other."""
    first, second = sorted((source, target), key=lambda item: item.pk)
    held = {item.pk: locked(item) for item in (first, second)}
    return held[source.pk], held[target.pk]


def _changed(*items: Item, now: datetime) -> None:
    """Count the change and let the public side look again."""
    for item in items:
        item.version += 1
        item.changed_at = now
        item.save()
        announce(item, now)
