"""关注: be told what happens in a case, or no more; and the cases that one watches."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gongkai.casework import actions, queries
from gongkai.casework.models import Case
from gongkai.casework.views.finding import on_case
from gongkai.casework.views.lists import LIST
from gongkai.common.access import requires

WATCHED = replace(LIST, name="我关注的", on_export=None, template="casework/watched.html")


@on_case("casework.view")
@require_POST
def watch(request: HttpRequest, case: Case) -> HttpResponse:
    """Begin to watch with ``on``, end without."""
    on = bool(request.POST.get("on"))
    actions.watch(case=case, on=on, by=request.user, now=request.now)
    said = "已关注，这一件有变化会告诉您" if on else "不再关注这一件"
    messages.success(request, said)
    return redirect("casework:case", pk=case.pk)


@requires("casework.view")
def watched(request: HttpRequest) -> HttpResponseBase:
    """The list, with the lights of every list."""
    rows = queries.watched(request.user).select_related("agency__case_rules")
    return WATCHED.answer(request, rows)
