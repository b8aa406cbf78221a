"""People for the desk's search."""

from django.db.models import Q
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.accounts.queries import people_for
from gongkai.common.desk_search import Hit
from gongkai.common.permissions import Actor, agencies_for


def search(actor: Actor, words: str, most: int) -> list[Hit]:
    """The people of organs within reach whose name or sign-in name holds the words."""
    near = people_for(actor).filter(agency__in=agencies_for(actor, "accounts.view"))
    found = near.filter(Q(name__contains=words) | Q(username__icontains=words))
    return [_hit(each) for each in found.select_related("agency")[:most]]


def _hit(person: User) -> Hit:
    state = "" if person.is_active else "，已停用"
    url = reverse("people:person", kwargs={"pk": person.pk})
    return Hit("人员", person.name, url, f"{person.agency}{state}")
