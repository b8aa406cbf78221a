"""The two doors of single sign-on: out to the provider, and back. Sign-in only; identities are linked by matching alone."""

from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess, Provider, ProviderException
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.core.exceptions import MultipleObjectsReturned
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from requests import RequestException

from gongkai.accounts.sign_in.identities import IdentityAdapter
from gongkai.accounts.sign_in.oidc import StrictAdapter
from gongkai.common.access import public

NO_PROVIDER = "这里没有设置单点登录，或者已经停用。请用登录名和口令登录。"
TROUBLE = (RequestException, OAuth2Error, ProviderException)


def find_provider(request: HttpRequest, provider_id: str) -> Provider | None:
    """The configured provider; None where there is none."""
    try:
        return IdentityAdapter(request).get_provider(request, provider_id)
    except (SocialApp.DoesNotExist, MultipleObjectsReturned):
        return None


def no_longer(request: HttpRequest) -> HttpResponse:
    """The page for an address kept from before single sign-on was taken away."""
    page, said = "socialaccount/authentication_error.html", {"sentence": NO_PROVIDER}
    return render(request, page, said, status=410)


@public
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the person to the provider. By GET: our policy lets no form lead away, and to sign in harms nobody."""
    provider = find_provider(request, provider_id)
    if provider is None:
        return no_longer(request)
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    if limited := ratelimit.consume_or_429(request, action="login"):
        return limited
    try:
        there = get_next_redirect_url(request)
        return provider.redirect(request, AuthProcess.LOGIN, next_url=there)
    except TROUBLE as error:
        return render_authentication_error(request, provider, exception=error)


@public
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take what the provider sends, and sign in or say why not."""
    provider = find_provider(request, provider_id)
    if provider is None:
        return no_longer(request)
    try:
        return OAuth2CallbackView.adapter_view(StrictAdapter(request, provider_id))(request)
    except TROUBLE as error:
        return render_authentication_error(request, provider, exception=error)
