"""Whose account an identity of single sign-on opens: the one it was linked to, or the one active person its claim names.

Nobody signs up. The lock of a name holds here as for passwords; so does the house's own second factor.
"""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthError, Provider
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.timezone import localtime

from gongkai.accounts.actions.refused_sign_ins import note_refusal
from gongkai.accounts.actions.sign_in import link_identity
from gongkai.accounts.models import User
from gongkai.accounts.queries import locked_until
from gongkai.accounts.sign_in.network import network_of
from gongkai.accounts.sign_in.oidc import StrictProvider

STRANGER = (
    "单点登录已经完成，但是没有可以使用的账号与它对应。"
    "请用登录名和口令登录，或者请本机关的管理员核对您的账号。"
)


class IdentityAdapter(DefaultSocialAccountAdapter):
    """Lets known identities in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 - the library asks
        """People are added by an administrator."""
        return False

    def get_provider(self, request: HttpRequest, provider: str, **said: Any) -> Provider:
        """The provider, in the strict form."""
        found = super().get_provider(request, provider, **said)
        return StrictProvider(request, app=found.app)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the person and link the identity the first time; anybody else reads the same page."""
        linked = sociallogin.is_existing
        person = sociallogin.user if linked else person_known_by(sociallogin)
        if person is None:
            raise refused(request, "stranger", sociallogin.known_by)
        if not person.is_active:
            raise refused(request, "inactive", person.username)
        if until := locked_until(person.username, request.now):
            sentence = f"账号因登录失败次数过多，已锁定到 {localtime(until):%H:%M}；也可以请管理员解除锁定。"
            raise refused(request, "locked", person.username, sentence)
        if linked:
            return
        if not link_identity(person=person, account=sociallogin.account, now=request.now):
            raise refused(request, "stranger", person.username)
        sociallogin.user = person

    def on_authentication_error(
        self, request: HttpRequest, provider: Provider, error: Any = None, **said: Any
    ) -> None:
        """Count and journal what did not come to an end, unless the person said no."""
        if error != AuthError.CANCELLED:
            network = network_of(request)
            note_refusal(why="provider", username="", network=network, now=request.now)
        super().on_authentication_error(request, provider, error=error, **said)


def refused(
    request: HttpRequest, why: str, username: str, sentence: str = STRANGER
) -> ImmediateHttpResponse:
    """The refusal to be raised, counted and journaled. To whom a claim names nobody, and who is no longer active, it reads the same."""
    note_refusal(why=why, username=username, network=network_of(request), now=request.now)
    page = "socialaccount/authentication_error.html"
    return ImmediateHttpResponse(render(request, page, {"sentence": sentence}, status=403))


def person_known_by(sociallogin: SocialLogin) -> User | None:
    """The one active person whom the configured claim names."""
    claim, field = sociallogin.known_by, sociallogin.provider.app.settings["match"]
    if not claim:
        return None
    people = User.objects.filter(**{f"{field}__iexact": claim}, is_active=True)[:2]
    return people[0] if len(people) == 1 else None
