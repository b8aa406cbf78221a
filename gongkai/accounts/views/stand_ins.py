"""Who acts for me while I am away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.accounts.actions.stand_ins import ask_stand_in, take_back_stand_in
from gongkai.accounts.stand_in_form import StandInForm, TakeBackForm, stand_ins_of
from gongkai.common.access import signed_in
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent


@signed_in
def stand_ins(request: HttpRequest) -> HttpResponse:
    """Ask a colleague, and see who was asked."""
    today = law_day(request.now)
    form = StandInForm(sent(request), person=request.user, today=today, initial={"since": today})
    if request.method == "POST" and form.is_valid():
        try:
            made = ask_stand_in(**form.cleaned_data, by=request.user, now=request.now)
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            messages.success(request, f"已请{made.user.name}代办，到 {made.until:%Y-%m-%d} 为止")
            return redirect("accounts:stand_ins")
    context = {"form": form, "rows": stand_ins_of(request.user, today), "today": today}
    return render(request, "accounts/stand_ins.html", context, status=422 if form.errors else 200)


@signed_in
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take one back."""
    form = TakeBackForm(request.POST, person=request.user, today=law_day(request.now))
    if not form.is_valid():
        raise Refusal("这项代办已经结束，或者不是您请的", next_step="刷新页面，看看现在的情况")
    row = form.cleaned_data["stand_in"]
    take_back_stand_in(stand_in=row, by=request.user, now=request.now)
    messages.success(request, f"已收回，{row.user.name}不再代办")
    return redirect("accounts:stand_ins")
