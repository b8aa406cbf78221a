"""What the desk's page of an item says of its consultation."""

from django.urls import reverse

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
