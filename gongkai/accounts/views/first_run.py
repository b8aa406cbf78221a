"""The page of the first run; closed for good once there is anybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.accounts.actions.first_run import FirstPerson, open_house
from gongkai.accounts.first_run_form import FirstRunForm
from gongkai.accounts.models import User
from gongkai.accounts.sign_in.setup_code import forget_code
from gongkai.agencies.actions import AgencyFacts
from gongkai.common.access import public
from gongkai.common.act_pages import MISTAKES
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent

GONE = 410


@public
def first_run(request: HttpRequest) -> HttpResponse:
    """Ask for the first organ and administrator; 410 once that is done."""
    if User.objects.exists():
        return render(request, "accounts/first_run_done.html", status=GONE)
    form = FirstRunForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            _open(request, form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            forget_code()
            messages.success(request, "设置完成，请用刚才的登录名和口令登录")
            return redirect("account_login")
    status = MISTAKES if form.errors else 200
    return render(request, "accounts/first_run.html", {"form": form}, status=status)


def _open(request: HttpRequest, said: dict[str, object]) -> None:
    facts = AgencyFacts(
        code=said["agency_code"],
        name=said["agency_name"],
        kind=said["kind"],
        since=said["since"],
        region_code=said["region_code"],
    )
    person = FirstPerson(said["username"], said["name"], said["email"], said["password1"])
    open_house(facts=facts, sponsor=said["sponsor"], person=person, now=request.now)
