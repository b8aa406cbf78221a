"""What the sign-in library asks of us: no public sign-up, locks, journal, session limits, mail through the outbox."""

import secrets
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.timezone import localtime

from gongkai.accounts.actions.refused_sign_ins import note_failure, note_refusal
from gongkai.accounts.actions.sign_in import note_own_act, note_sign_in
from gongkai.accounts.models import User
from gongkai.accounts.queries import locked_until, second_factor_due, sign_in_rules
from gongkai.accounts.sign_in.network import network_of
from gongkai.accounts.sign_in.notices import NOTICES, RESET
from gongkai.common.outbox import put

METHODS = {"socialaccount": "oidc"}
"""What the journal calls a method where the library's word says less."""
UNTIL, SECOND_FACTOR_DUE = "signed_in_until", "second_factor_due"
"""Keys of the session: when it ends whatever happens, and since when a second factor is missing."""


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by name and password, or by passkey."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "登录名或者口令不正确",
        "incorrect_password": "口令不正确",
        "enter_current_password": "请输入现在的口令",
        "too_many_login_attempts": "登录失败次数过多，请稍后再试，或者请管理员解除锁定",
        "rate_limited": "请求过于频繁，请稍后再试",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library asks
        """People are added by an administrator."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse a locked name, whether anybody has it or not."""
        username = credentials.get("username", "")
        until = locked_until(username, request.now)
        if until:
            self._note("locked", request, username)
            raise ValidationError(
                f"该登录名失败次数过多，已锁定到 {localtime(until):%H:%M}；也可以请管理员解除锁定"
            )
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            self._note("too_many", request, username)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count and journal it."""
        username, network = credentials.get("username", ""), network_of(request)
        note_failure(username=username, network=network, now=request.now)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Count and journal that somebody who is no longer active came with the right password."""
        self._note("inactive", request, user.username)
        return super().respond_user_inactive(request, user)

    @transaction.atomic
    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, with the journal in the same transaction, and give the session its end."""
        records = request.session.get("account_authentication_methods", [])
        super().login(request, user)
        note_sign_in(
            person=user,
            now=request.now,
            methods=[
                METHODS.get(entry["method"]) or entry.get("type") or entry["method"]
                for entry in records
            ],
        )
        hours = sign_in_rules().session_hours
        request.session[UNTIL] = (request.now + timedelta(hours=hours)).timestamp()
        self._mind_second_factor(request, user)

    def post_login(self, request: HttpRequest, user: User, **said: Any) -> HttpResponse:
        """Go on, and end the oldest sessions beyond the limit."""
        response = super().post_login(request, user, **said)
        sessions = UserSession.objects.filter(user=user).order_by("-created_at", "-pk")
        for session in sessions[sign_in_rules().max_sessions :]:
            session.end()
        return response

    def logout(self, request: HttpRequest) -> None:
        """Journal it and sign out."""
        note_own_act("accounts.sign_out", person=request.user, now=request.now)
        super().logout(request)

    @transaction.atomic
    def set_password(self, user: User, password: str) -> None:
        """Set the person's own new password and journal that it was changed or, by a link, reset."""
        super().set_password(user, password)
        changed = self.request.user.is_authenticated
        act = "accounts.change_password" if changed else "accounts.reset_password"
        note_own_act(act, person=user, now=self.request.now)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the mail into the outbox; mails that nobody here expects are not sent."""
        notice = NOTICES.get(template_prefix)
        if notice is None or not email:
            return
        template = (
            "account/email/reset.txt" if template_prefix == RESET else "account/email/notice.txt"
        )
        text = render_to_string(template, {**context, "notice": notice, "now": self.request.now})
        payload = {"to": [email], "subject": notice.subject, "text": text}
        put("mail.send", f"mail.send:{secrets.token_hex(16)}", payload, now=self.request.now)

    @staticmethod
    def _note(why: str, request: HttpRequest, username: str) -> None:
        note_refusal(why=why, username=username, network=network_of(request), now=request.now)

    def _mind_second_factor(self, request: HttpRequest, user: User) -> None:
        """Remember in the session that a second factor is missing, and say so."""
        from allauth.mfa.utils import is_mfa_enabled

        due = second_factor_due(user)
        if due and not is_mfa_enabled(user):
            request.session[SECOND_FACTOR_DUE] = due.isoformat()
            messages.warning(request, f"您的岗位要求第二重验证，请在 {due} 之前启用")
