"""What the library asks about second factors: secrets kept encrypted, the QR code, who may not go without, wrong codes."""

import base64
from typing import Any

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from gongkai.accounts.actions.refused_sign_ins import note_failure
from gongkai.accounts.models import User
from gongkai.accounts.queries import second_factor_due
from gongkai.accounts.sign_in.network import network_of
from gongkai.agencies.queries import site_of


def cipher() -> Fernet:
    """Encrypts under a key that lies outside the database."""
    return Fernet(base64.urlsafe_b64encode(settings.KEYRING.key("second_factor")))


class SecondFactorAdapter(DefaultMFAAdapter):
    """TOTP, recovery codes and WebAuthn as this house keeps them."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "验证码不正确",
        "cannot_delete_authenticator": "您的岗位要求第二重验证，不能停用",
        "cannot_generate_recovery_codes": "先启用动态口令或者安全密钥，再生成备用码",
    }

    def encrypt(self, text: str) -> str:
        """The secret as the database keeps it."""
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret itself."""
        return cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        """What the person's telephone shows: the sign-in name."""
        return user.username

    def get_totp_issuer(self) -> str:
        """What the person's telephone shows above it."""
        site = site_of()
        return site.name if site else "政府信息公开"

    def build_totp_svg(self, url: str) -> str:
        """The QR code."""
        return segno.make(url, error="m").svg_inline(scale=5, border=2, light="#fff")

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - the library's word
        """A name for a new key."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"密钥 {count + 1}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of somebody whose post demands one."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        others = others.exclude(type=Authenticator.Type.RECOVERY_CODES)
        return others.exists() or second_factor_due(authenticator.user) is None


def on_failed(request: HttpRequest, user: User, **_: Any) -> None:
    """Count a wrong code like a wrong password."""
    note_failure(username=user.username, network=network_of(request), now=request.now)


def connect_journal() -> None:
    """Hear of wrong codes, which the library tells by a signal alone: Django leaves no other way."""
    from allauth.mfa.signals import authentication_failed

    authentication_failed.connect(on_failed, dispatch_uid="accounts.on_failed")
