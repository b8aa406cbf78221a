"""Dates of the timer against what was handed in before: no date moves without a reason, and the item's page shows both.

Reads only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.common.refusals import Refusal
from gongkai.law.catalogue import limit
from gongkai.law.citation import Cite
from gongkai.publishing.facts import TIMER, Facts, facts_of
from gongkai.publishing.models import Item, ItemVersion

LONGEST_REASON = 300
LABELS = {
    "made_on": "成文日期",
    "changed_on": "变更日期",
    "limit_key": "另有期限的信息",
    "counted_from": "该期限的起算日",
    "old_site_day": "在旧网站公开的日期",
}
ART_26 = Cite("条例", 26)
ANEW = {"changed_on", "counted_from"}
"""What a new version of a public text says for the first time: no change of what was handed in."""


def reason_for_dates(item: Item, before: Facts, after: Facts, reason: str) -> str:
    """The reason, tidied, where a date differs from what was handed in; Refusal where it differs and none is given."""
    sealed = last_handed_in(item)
    if sealed is None or not _moved(sealed, before, after):
        return ""
    why = " ".join(reason.replace("\0", "").split())
    if not why:
        names = "、".join(LABELS[name] for name in _moved(sealed, before, after))
        raise Refusal(
            f"改了已经送审过的{names}，请写明改动的原因",
            cite=ART_26,
            next_step="填写“改动日期的原因”；原来的日期和原因留在这条信息里，审核人看得到",
        )
    if len(why) > LONGEST_REASON:
        raise Refusal(f"改动日期的原因超过 {LONGEST_REASON} 个字，请删减")
    return why


def _moved(sealed: ItemVersion, before: Facts, after: Facts) -> list[str]:
    """The dates that this change moves away from what was handed in."""
    was = facts_of(sealed)
    names = [name for name in TIMER if not (sealed.published_at and name in ANEW)]
    return [
        name
        for name in names
        if getattr(after, name) not in {getattr(before, name), getattr(was, name)}
    ]


def last_handed_in(item: Item) -> ItemVersion | None:
    """The newest version that was handed in or published."""
    return item.versions.exclude(sha256="").order_by("-number").first()


def require_possible_dates(facts: Facts, today: date) -> None:
    """Refusal for days of the future that no timer starts by, and for a list of names that says no day on which it comes down."""
    for name in ("made_on", "changed_on", "counted_from", "old_site_day"):
        day = getattr(facts, name)
        if day and day > today:
            raise Refusal(f"{LABELS[name]}（{day}）晚于今天，请核对", cite=ART_26)
    if facts.offline_on and facts.offline_on < today:
        raise Refusal("“公示到哪一天”已经过去，请核对")
    listed = facts.genre == "list_of_names" and facts.attribute == "proactive"
    if listed and not (facts.offline_on or facts.stays_by):
        raise Refusal(
            "名单公示要写明公示到哪一天；法律、法规要求长期公开的，写明依据",
            cite=Cite("条例", 15),
            next_step="在“修改”里的“名单公示到哪一天”填写",
        )


@dataclass(frozen=True, slots=True)
class Moved:
    """A date as it was handed in and as it became. ``number`` is the version that says the new one."""

    label: str
    was: str
    became: str
    number: int
    reason: str


def moved_dates(versions: list[ItemVersion]) -> list[Moved]:
    """Every change of a date between a version that was handed in and the next one; ``versions`` newest first."""
    return list(_all_moves(sorted(versions, key=lambda version: version.number)))


def _all_moves(versions: list[ItemVersion]) -> Iterator[Moved]:
    sealed: ItemVersion | None = None
    for version in versions:
        if sealed is not None:
            yield from _between(sealed, version)
        if version.is_sealed or sealed is None:
            sealed = version if version.is_sealed else None


def _between(sealed: ItemVersion, version: ItemVersion) -> Iterator[Moved]:
    for name in TIMER:
        was, became = getattr(sealed, name), getattr(version, name)
        if was != became and not (sealed.published_at and name in ANEW):
            yield Moved(
                LABELS[name],
                _said(name, was),
                _said(name, became),
                version.number,
                version.date_reason,
            )


def _said(name: str, value: date | str | None) -> str:
    if name == "limit_key":
        return limit(str(value)).subject if value else "没有"
    return str(value or "没有登记")
