"""What each request of somebody signed in must pass: the session's end, the second factor; and the first run before all."""

from collections.abc import Callable
from datetime import date

from allauth.account.internal.flows.logout import logout
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.accounts.models import User
from gongkai.accounts.sign_in.adapter import SECOND_FACTOR_DUE, UNTIL
from gongkai.common.clock import law_day

Answer = Callable[[HttpRequest], HttpResponse]
FIRST_RUN = "/account/first-run/"
OFFICERS = ("/desk/", "/account/", "/files/")


class SessionGuard:
    """Ends a session that is over, and sends who lacks a demanded second factor to set one up."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, unless the session must end or a second factor is missing."""
        if not request.path.startswith(OFFICERS):
            return self.answer(request)
        until = request.session.get(UNTIL)
        if until and until < request.now.timestamp() and request.user.is_authenticated:
            logout(request, show_message=False)
            messages.info(request, "登录已到时限，请重新登录")
            return redirect_to_login(request.get_full_path())
        due = request.session.get(SECOND_FACTOR_DUE)
        late = due and law_day(request.now) > date.fromisoformat(due)
        if late and not request.path.startswith("/account/") and not is_mfa_enabled(request.user):
            messages.error(request, "您的岗位要求第二重验证，启用之后才能继续办理")
            return redirect("mfa_index")
        return self.answer(request)


class FirstRun:
    """While there is nobody at all, officers' pages lead to the first run."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.settled = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to the first run."""
        if not self.settled and request.path.startswith(OFFICERS) and request.path != FIRST_RUN:
            self.settled = User.objects.exists()
            if not self.settled:
                return redirect(FIRST_RUN)
        return self.answer(request)
