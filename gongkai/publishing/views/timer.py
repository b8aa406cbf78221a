"""The timer of art. 26 on the desk: the organ's rules for it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.publishing.actions import set_timer_rules
from gongkai.publishing.forms import TimerRulesForm
from gongkai.publishing.models import PublishingRules
from gongkai.publishing.views.lists import agency_of


@requires("publishing.set_up", on=agency_of)
def timer_rules(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Within how many days the organ's departments hand in, and when people are reminded."""
    rules = PublishingRules.objects.filter(agency=agency).first()
    shown = {
        "hand_in_days": rules.hand_in_days if rules else None,
        "reminder_days": "、".join(map(str, rules.reminder_days)) if rules else "",
        "seen_version": rules.version if rules else None,
    }
    form = TimerRulesForm(sent(request), initial=shown)
    if request.method == "POST" and form.is_valid():
        try:
            set_timer_rules(agency=agency, by=request.user, now=request.now, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已保存；待办里的期限和提醒从现在起照新的算")
            return redirect("publishing:columns")
    context = {"agency": agency, "form": form}
    status = 422 if form.errors else 200
    return render(request, "publishing/timer_rules.html", context, status=status)
