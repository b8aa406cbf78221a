"""Subscribing by e-mail: the form, its answer (the same whoever asks), confirming, managing.

Links out of letters open nothing by being looked at: programs that check letters open every link.
"""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gongkai.accounts.masking import masked_email
from gongkai.common.access import public
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.release.subscriptions import actions
from gongkai.release.subscriptions.links import (
    CONFIRM,
    MANAGE,
    subscriber_at,
    subscription_at,
    token_of,
)
from gongkai.release.subscriptions.models import Subscriber, Subscription
from gongkai.release.subscriptions.queries import mine
from gongkai.release.subscriptions.sealing import mark_of_address, opened
from gongkai.website.forms.subscribing import NO_WORDS, RhythmForm, SubscribeForm
from gongkai.website.limits import STATUS, TOO_OFTEN_FOR_ADDRESS, TOO_OFTEN_TO_SUBSCRIBE, within
from gongkai.website.search import query_of
from gongkai.website.site import Site, current_site
from gongkai.website.subscribing import (
    SEARCH,
    choice_of,
    chosen_in,
    conditions,
    filters_in,
    offered,
    searched,
)
from gongkai.website.views.applying import MISTAKES, own_page, page_or_form

GONE = 404
letter_page = partial(own_page, section="")
"""A page for one reader that stands in no column."""


@public
@page_or_form
def subscribe(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What, how often, to which address; a column's or a search's page fills in the choice."""
    site = current_site(request, code)
    first = {"what": chosen_in(request.GET), "q": query_of(request.GET).typed}
    form = SubscribeForm(sent(request), offered=list(offered(site)), initial=first)
    status = 200
    if form.is_bound:
        status = _handed_in(request, site, form)
        if status == 200:
            return redirect(f"{site.root}subscribe/sent/")
    asked = request.POST if form.is_bound else request.GET
    filters = filters_in(asked) if form.is_bound or first["q"] else {}
    more = {"form": form, "filters": filters, "conditions": conditions(searched(asked))}
    return letter_page(request, site, "subscribe.html", "订阅", status=status, **more)


def _handed_in(request: HttpRequest, site: Site, form: SubscribeForm) -> int:
    """Take the form, or say what is wrong beside its field; 200 where it was taken."""
    if not form.is_valid():
        return MISTAKES
    if form.trapped:
        return 200
    if not within(request, "subscribe"):
        form.add_error(None, TOO_OFTEN_TO_SUBSCRIBE)
        return STATUS
    told = form.cleaned_data
    query = searched(request.POST)
    if told["what"] == SEARCH and not query.words:
        form.add_error("q", NO_WORDS)
        return MISTAKES
    if not within(request, "address", key=mark_of_address(told["mail"])):
        form.add_error("mail", TOO_OFTEN_FOR_ADDRESS)
        return STATUS
    actions.subscribe(
        agency=site.agency,
        choice=choice_of(site, told["what"], query),
        home=request.build_absolute_uri(site.root),
        address=told["mail"],
        rhythm=told["rhythm"],
        weekday=told["weekday"],
        now=request.now,  # type: ignore[attr-defined]
    )
    return 200


@public
@require_safe
def done(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """That a letter is on its way: the same for every address."""
    return letter_page(request, current_site(request, code), "subscribe_sent.html", "请看邮箱")


def _gone(request: HttpRequest, site: Site) -> HttpResponse:
    """The link is over or was never one."""
    return letter_page(request, site, "subscribe_gone.html", "这个链接已经失效", status=GONE)


@public
@page_or_form
def confirm(request: HttpRequest, token: str, code: str | None = None) -> HttpResponse:
    """The link of the first letter: a button, and that the address is its owner's once it is pressed."""
    site = current_site(request, code)
    found = subscription_at(CONFIRM, token)
    if found is None or found.state != "waiting":
        return _gone(request, site)
    if request.method == "POST":
        try:
            actions.confirm(subscription=found, now=request.now)  # type: ignore[attr-defined]
        except Refusal:
            return _gone(request, site)
        manage = token_of(MANAGE, found.subscriber_id)
        return redirect(f"{site.root}subscribe/manage/{manage}/?done=confirmed")
    return letter_page(request, site, "subscribe_confirm.html", "确认订阅", subscription=found)


@public
@page_or_form
def manage(request: HttpRequest, token: str, code: str | None = None) -> HttpResponse:
    """Everything that one address is subscribed to; another rhythm, leaving one or all."""
    site = current_site(request, code)
    subscriber = subscriber_at(token)
    if subscriber is None:
        return _gone(request, site)
    if request.method == "POST":
        return _managed(request, site, subscriber)
    rows = [(row, _rhythm_form(row)) for row in mine(subscriber)]
    more = {"rows": rows, "mail": masked_email(opened(subscriber)), "done": request.GET.get("done")}
    return letter_page(request, site, "subscribe_manage.html", "我的订阅", **more)


def _rhythm_form(row: Subscription) -> RhythmForm:
    """The form of one row; its fields are told apart from those of the other rows by the row's number."""
    first = {"rhythm": row.rhythm, "weekday": row.weekday}
    return RhythmForm(initial=first, auto_id=f"id_{row.pk}_%s")


def _managed(request: HttpRequest, site: Site, subscriber: Subscriber) -> HttpResponse:
    """What was pressed. A row that is not this address's, or no longer, changes nothing."""
    now, number = request.now, request.POST.get("subscription", "")  # type: ignore[attr-defined]
    row = next((each for each in mine(subscriber) if str(each.pk) == number), None)
    pressed, said = request.POST.get("do"), ""
    if pressed == "leave_all":
        actions.leave_all(subscriber=subscriber, now=now)
        said = "left"
    elif row and pressed == "leave":
        actions.leave(subscription=row, now=now)
        said = "left"
    elif row and (form := RhythmForm(request.POST)).is_valid():
        actions.change(subscription=row, **form.cleaned_data, now=now)
        said = "changed"
    still = Subscriber.objects.filter(pk=subscriber.pk).exists()
    if not still:
        return redirect(f"{site.root}subscribe/left/")
    return redirect(f"{request.path}?done={said}")


@public
@require_safe
def left(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """That it is over."""
    return letter_page(request, current_site(request, code), "subscribe_left.html", "已经退订")
