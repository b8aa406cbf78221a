"""有人离开：还没有送审的草稿交给接手的同事"""

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import agencies_for
from gongkai.common.succession import Holding, Passing
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.models import Item

NO_POST = "接手的同事没有这个机关的经办岗位"


def drafts_of(person: User) -> list[Item]:
    """The drafts that stand on the desk of the person alone: no other active writer would go on with them.

    Of the organs of the person's posts, past ones too.
    """
    organs = person.posts.values("agency")
    rows = Item.objects.filter(state="draft", source_type="", agency__in=organs).exclude(draft=None)
    light = rows.select_related("agency", "draft").defer("draft__body", "draft__payload")
    mine = [item for item in light.order_by("pk") if person.pk in item.draft.writers]
    hands = {pk for item in mine for pk in item.draft.writers} - {person.pk}
    others = set(User.objects.filter(pk__in=hands, is_active=True).values_list("pk", flat=True))
    return [item for item in mine if not others & set(item.draft.writers)]


def drafts_held(person: User, successor: User | None) -> Holding:
    """The titles of the drafts that would go, and of those that stay."""
    reach = agencies_for(successor, "publishing.edit") if successor else None
    rows = drafts_of(person)
    stays = [item for item in rows if reach is not None and item.agency_id not in reach]
    return Holding(
        goes=tuple(item.draft.title for item in rows if item not in stays),
        stays=tuple((item.draft.title, NO_POST) for item in stays),
    )


@transaction.atomic
def pass_drafts_on(passing: Passing) -> int:
    """Give the successor a hand in the drafts: they wait on the successor's desk, who may then neither review nor sign them.

    Who wrote them stays on them; no text changes.
    """
    reach = agencies_for(passing.successor, "publishing.edit")
    going = [item for item in drafts_of(passing.person) if item.agency_id in reach]
    for item in going:
        _pass_on(item, passing)
    return len(going)


def _pass_on(item: Item, passing: Passing) -> None:
    here = locked(item)
    draft = here.draft
    draft.writers = sorted({*draft.writers, passing.successor.pk})
    draft.save(update_fields=("writers",))
    record(
        "publishing.give_draft",
        here,
        by=passing.permit,
        at=passing.now,
        organ=here.agency.code,
        before={"author": passing.person.name},
        after={"author": passing.successor.name},
        reason=passing.reason,
    )
