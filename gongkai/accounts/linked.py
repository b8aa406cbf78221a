"""Reads of identities of single sign-on: which are linked to a person, and what their providers are called."""

from dataclasses import dataclass
from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.conf import settings

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency


@dataclass(frozen=True, slots=True)
class Linked:
    """An identity as pages show it. What the provider knows of the person is kept nowhere, so there is no more to show."""

    person: User
    provider: str
    since: datetime
    last: datetime

    @property
    def label(self) -> str:
        """What the provider is called in the settings; its id where it is no longer there."""
        providers = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", ())
        names = {app["provider_id"]: app["name"] for app in providers}
        return names.get(self.provider, f"{self.provider}（已不再使用）")

    @property
    def agency(self) -> Agency | None:
        """Whose administrators may loosen it."""
        return self.person.agency


def identities_of(person: User) -> list[Linked]:
    """Those linked to the person, the oldest first."""
    rows = SocialAccount.objects.filter(user=person).order_by("date_joined", "pk")
    return [Linked(person, row.provider, row.date_joined, row.last_login) for row in rows]
