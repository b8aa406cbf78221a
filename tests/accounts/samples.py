"""Arguments for the desk's addresses about people."""

from collections.abc import Mapping
from typing import Any

from gongkai.agencies.models import SiteIdentity
from tests.people import Cast

PERSON_PAGES = (
    "person", "edit", "give_post", "link", "deactivate", "reactivate", "second_factor", "unlock",
)  # fmt: skip


def main_town(cast: Cast) -> Mapping[str, Any]:
    """The town's site is the main one: its administrators set the rules."""
    SiteIdentity.objects.create(agency=cast.town, main=True, name="青石镇", sponsor="青石镇")
    return {}


SAMPLES = {f"people:{name}": lambda cast: {"pk": cast.clerk.pk} for name in PERSON_PAGES} | {
    "people:end_post": lambda cast: {"pk": cast.clerk.posts.get().pk},
    "people:rules": main_town,
}
