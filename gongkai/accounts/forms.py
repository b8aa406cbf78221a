"""Forms of sign-in in this house's words."""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn


class OurWords:
    """A form of the library with our labels and hints, and no placeholders: a label must not vanish while typing."""

    labels: ClassVar[Mapping[str, str]] = {}
    hints: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")


RULES = "至少 10 个字符，不能全是数字，不要用姓名、登录名和常见的口令"


class LoginForm(OurWords, account.LoginForm):
    """Signing in."""

    labels = {"login": "登录名", "password": "口令"}


class ChangePasswordForm(OurWords, account.ChangePasswordForm):
    """Another password."""

    labels = {"oldpassword": "现在的口令", "password1": "新口令", "password2": "再输入一次新口令"}
    hints = {"password1": RULES}


class SetPasswordForm(OurWords, account.SetPasswordForm):
    """The first password of who came by single sign-on."""

    labels = {"password1": "口令", "password2": "再输入一次口令"}
    hints = {"password1": RULES}


class ResetPasswordForm(OurWords, account.ResetPasswordForm):
    """Asking for a link."""

    labels = {"email": "电子邮箱"}


class ResetPasswordKeyForm(OurWords, account.ResetPasswordKeyForm):
    """A new password by a link."""

    labels = {"password1": "新口令", "password2": "再输入一次新口令"}
    hints = {"password1": RULES}


class ReauthenticateForm(OurWords, account.ReauthenticateForm):
    """Once more, before acts that concern the account's safety."""

    labels = {"password": "口令"}


class AuthenticateForm(OurWords, second_factor.AuthenticateForm):
    """The second factor when signing in."""

    labels = {"code": "动态口令或者备用码"}


class SecondReauthenticateForm(OurWords, second_factor.ReauthenticateForm):
    """The second factor once more."""

    labels = {"code": "动态口令或者备用码"}


class ActivateTOTPForm(OurWords, totp.ActivateTOTPForm):
    """The first code of a new authenticator."""

    labels = {"code": "六位数字"}


class AddWebAuthnForm(OurWords, webauthn.AddWebAuthnForm):
    """A new key."""

    labels = {"name": "名称", "passwordless": "作为通行密钥：登录时不必再输入口令"}


class EditWebAuthnForm(OurWords, webauthn.EditWebAuthnForm):
    """Another name for a key."""

    labels = {"name": "名称"}
