"""OpenID Connect, stricter than the library: issuer, signature, nonce and subject are always checked; claims are not kept.

Not here: whose account an identity opens (``identities``).
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SIGNED_BY = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"}
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "issuer")
KEPT_SECONDS = 300
"""How long the provider's description is kept, so that visitors cannot make the site ask for it without end."""


def nonce_of(state: str) -> str:
    """The nonce that belongs to a state: the state lies in the session and is good for one use, so the nonce is too."""
    return salted_hmac("gongkai.oidc.nonce", state, algorithm="sha256").hexdigest()


@contextmanager
def reading_answer() -> Iterator[None]:
    """Whatever is wrong with a provider's answer becomes one error that the sign-in page knows."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, jwt.PyJWTError) as error:
        raise ProviderException(str(error)) from error


class NonceClient(OAuth2Client):
    """Asks for a nonce in the signed answer."""

    def get_redirect_url(self, authorization_url: str, scope: list[str], extra: dict) -> str:
        """Where the person is sent."""
        said = {**extra, "nonce": nonce_of(self.state)}
        return super().get_redirect_url(authorization_url, scope, said)


class StrictAdapter(OpenIDConnectOAuth2Adapter):
    """Talks to the provider."""

    client_class = NonceClient

    @property
    def openid_config(self) -> dict[str, Any]:
        """The provider's description of itself; it must be that of the configured issuer."""
        issuer = self.get_provider().app.settings["server_url"]
        key = "oidc:" + hashlib.sha256(issuer.encode()).hexdigest()
        config = cache.get(key)
        if config is None:
            with reading_answer():
                config = super().openid_config
                addresses = [config[name] for name in ENDPOINTS]
            if not all(isinstance(address, str) for address in addresses):
                raise ProviderException("incomplete description")
            if config["issuer"].rstrip("/") != issuer:
                raise ProviderException("another issuer")
            cache.set(key, config, KEPT_SECONDS)
        return config

    def get_access_token_data(self, *given: Any, **named: Any) -> dict[str, Any]:
        """Exchange the code; the answer must hold both tokens."""
        with reading_answer():
            data = super().get_access_token_data(*given, **named)
            if not isinstance(data["id_token"], str):
                raise ProviderException("no id_token")
        return data

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        """The access token, used once and never stored."""
        with reading_answer():
            return super().parse_token(data)

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **said: Any
    ) -> SocialLogin:
        """Who the provider says it is."""
        with reading_answer():
            claims = self._decode_id_token(app, said["response"]["id_token"])
            userinfo = self._fetch_user_info(token.token)
            if userinfo["sub"] != claims["sub"]:
                raise ProviderException("userinfo of somebody else")
            data = {"id_token": claims, "userinfo": userinfo}
            return self.get_provider().sociallogin_from_response(request, data)

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        if jwt.get_unverified_header(id_token)["alg"] not in SIGNED_BY:
            raise ProviderException("signed by nobody")
        claims = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
            verify_signature=True,
        )
        expected = nonce_of(self.request.GET.get("state", ""))
        if not claims["sub"] or not hmac.compare_digest(str(claims.get("nonce")), expected):
            raise ProviderException("another nonce")
        return claims


class StrictProvider(OpenIDConnectProvider):
    """One configured provider."""

    oauth2_adapter_class = StrictAdapter

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Issuer and subject as one hash: another issuer under the same name opens nobody's account."""
        claims = data["id_token"]
        return hashlib.sha256(f"{claims['iss']}\n{claims['sub']}".encode()).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:  # noqa: ARG002 - the library asks
        """Nothing of what the provider knows about a person is kept."""
        return {}

    def sociallogin_from_response(self, request: HttpRequest, data: dict[str, Any]) -> SocialLogin:
        """The sign-in, with the one verified claim by which a stranger may be known."""
        login = super().sociallogin_from_response(request, data)
        login.known_by = self.claim(data)
        return login

    def claim(self, data: dict[str, Any]) -> str:
        """The configured claim, from the signed answer if it is there; "" if it is missing or not verified."""
        match = self.app.settings["match"]
        name = "email" if match == "email" else "preferred_username"
        source = data["id_token"] if name in data["id_token"] else data["userinfo"]
        if match == "email" and source.get("email_verified") is not True:
            return ""
        value = source.get(name)
        return value.strip() if isinstance(value, str) and value.isascii() else ""
