"""What the desk's page of an item says of its consultation, or of its live Q&A."""

from django.db.models import Q
from django.urls import reverse

from gongkai.participation.models import Interview
from gongkai.participation.queries import consultation_behind
from gongkai.publishing.followers import Beside
from gongkai.publishing.models import Item


def beside_item(item: Item) -> Beside | None:
    """The consultation that the item belongs to, with its state."""
    found = consultation_behind(item)
    if found is None:
        return None
    url = reverse("participation:consultation", args=(found.pk,))
    return Beside("意见征集", found.state_label, url)


def interview_beside(item: Item) -> Beside | None:
    """The live Q&A that the item announces or tells of, with its state."""
    found = Interview.objects.filter(Q(item=item) | Q(transcript=item)).first()
    if found is None:
        return None
    return Beside("在线访谈", found.state_label, reverse("interviews:console", args=(found.pk,)))
