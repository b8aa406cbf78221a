"""Addresses of the library by which a person changes the own second factors, each with the journal in its transaction."""

from functools import wraps

from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpRequest, HttpResponse

from gongkai.accounts.actions.second_factors import journaled
from gongkai.common.access import View, signed_in


def noted(view: View) -> View:
    """The view; what is sent to it is one act with its journal."""

    @wraps(view)
    def answer(request: HttpRequest, **given: int) -> HttpResponse:
        if request.method != "POST":
            return view(request, **given)
        return journaled(lambda: view(request, **given), person=request.user, now=request.now)

    return signed_in(answer)


activate_totp = noted(totp.activate_totp)
deactivate_totp = noted(totp.deactivate_totp)
generate_recovery_codes = noted(recovery_codes.generate_recovery_codes)
add_key = noted(webauthn.add_webauthn)
edit_key = noted(webauthn.edit_webauthn)
remove_key = noted(webauthn.remove_webauthn)
