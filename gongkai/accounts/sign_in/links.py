"""One-time links that set a password: good for one use and three days, and void once the password is set or another is made."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from gongkai.accounts.models import User

DAYS = 3
"""As Django's PASSWORD_RESET_TIMEOUT, which the settings leave as it is."""


def link_path(person: User) -> str:
    """The path of a fresh link; whoever shows it puts the site's address before it."""
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    said = {"uidb36": user_pk_to_url_str(person), "key": key}
    return reverse("account_reset_password_from_key", kwargs=said)
