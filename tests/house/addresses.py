"""All addresses of the program as Django resolves them, and who may open those that a library brings along."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from gongkai.common.access import Access
from gongkai.common.permissions import act


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its full name, its route as written, its view, the names of its arguments."""

    name: str
    route: str
    view: Callable[..., Any]
    arguments: frozenset[str]

    @property
    def ours(self) -> bool:
        """Whether the view is our own and not a library's."""
        return self.view.__module__.startswith("gongkai.")

    @property
    def access(self) -> Access | None:
        """What the view says of itself; for a library's view what ``FOREIGN`` says."""
        own = getattr(self.view, "access", None)
        return own or (None if self.ours else FOREIGN.get(self.name or self.route))


def arguments_of(entry: URLPattern | URLResolver) -> frozenset[str]:
    """The names of the arguments that one part of an address takes."""
    return frozenset(entry.pattern.regex.groupindex)


def addresses(
    entries: list[URLPattern | URLResolver] | None = None,
    route: str = "",
    space: tuple[str, ...] = (),
    taken: frozenset[str] = frozenset(),
) -> Iterator[Address]:
    """Every address below these entries, the whole program's by default."""
    for entry in get_resolver().url_patterns if entries is None else entries:
        here, names = f"{route}{entry.pattern}", taken | arguments_of(entry)
        if isinstance(entry, URLPattern):
            name = ":".join((*space, entry.name)) if entry.name else ""
            yield Address(name, here, entry.callback, names)
        else:
            below = (*space, entry.namespace) if entry.namespace else space
            yield from addresses(entry.url_patterns, here, below, names)


def lineage(agency: Any) -> Iterator[Any]:
    """The agency and all above it."""
    while agency:
        yield agency
        agency = agency.parent


def may_open(person: Any, address: Address, arguments: dict[str, Any]) -> bool:
    """What the matrix says, without asking the policy."""
    access = address.access
    if access.kind == "public" or person is None:
        return access.kind == "public"
    if access.kind == "signed_in":
        return True
    grants = act(access.act).grants
    reach = [(post.agency, grants[post.role]) for post in person.posts.all() if post.role in grants]
    if access.on is None:
        return bool(reach)
    above = list(lineage(access.on(**arguments).agency))
    return any(own == above[0] or (far == "below" and own in above) for own, far in reach)


PUBLIC, SIGNED_IN = Access("public"), Access("signed_in")

FOREIGN: Mapping[str, Access] = {
    # Before signing in, or half-way through it.
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_signup": PUBLIC,
    "account_email_verification_sent": PUBLIC,
    "account_confirm_email": PUBLIC,
    "account_confirm_login_code": PUBLIC,
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    "mfa_authenticate": PUBLIC,
    "mfa_login_webauthn": PUBLIC,
    "openid_connect_login": PUBLIC,
    "openid_connect_callback": PUBLIC,
    "socialaccount_login_cancelled": PUBLIC,
    "socialaccount_login_error": PUBLIC,
    "socialaccount_signup": PUBLIC,
    "account/social/login/cancelled/": PUBLIC,
    "account/social/login/error/": PUBLIC,
    "account/social/signup/": PUBLIC,
    "account/social/connections/": PUBLIC,
    # One's own account.
    "account_email": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_reauthenticate": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "socialaccount_connections": SIGNED_IN,
    "usersessions_list": SIGNED_IN,
}
