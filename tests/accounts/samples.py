"""Arguments for the desk's addresses about people."""

from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.models import SocialAccount

from gongkai.agencies.models import SiteIdentity
from tests.people import Cast

PERSON_PAGES = (
    "person", "edit", "give_post", "link", "deactivate", "reactivate", "second_factor", "unlock", "hand_on",
)  # fmt: skip


def main_town(cast: Cast) -> Mapping[str, Any]:
    """The town's site is the main one: its administrators set the rules."""
    SiteIdentity.objects.create(agency=cast.town, main=True, name="青石镇", sponsor="青石镇")
    return {}


def linked(cast: Cast) -> Mapping[str, Any]:
    """The clerk with an identity of single sign-on."""
    SocialAccount.objects.get_or_create(user=cast.clerk, provider="oidc", uid="a" * 64)
    return {"pk": cast.clerk.pk, "provider": "oidc"}


SAMPLES = {f"people:{name}": lambda cast: {"pk": cast.clerk.pk} for name in PERSON_PAGES} | {
    "people:end_post": lambda cast: {"pk": cast.clerk.posts.get().pk},
    "people:rules": main_town,
    "people:unlink_identity": linked,
    "accounts:unlink_identity": lambda _: {"provider": "oidc"},
}
