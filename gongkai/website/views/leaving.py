"""The link to leave by in each letter: opened it shows a button; a POST leaves at once, also one by a mail program (RFC 8058).

Such a program has no page and no cookie of this site: the signed link itself is what says that it may.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from gongkai.common.access import public
from gongkai.release.subscriptions import actions
from gongkai.release.subscriptions.links import LEAVE, MANAGE, subscription_at, token_of
from gongkai.website.site import current_site
from gongkai.website.views.applying import page_or_form
from gongkai.website.views.subscribing import GONE, letter_page


@csrf_exempt
@public
@page_or_form
def leave(request: HttpRequest, token: str, code: str | None = None) -> HttpResponse:
    """Leave one subscription; who left already is told so, however often the link is used."""
    site = current_site(request, code)
    found = subscription_at(LEAVE, token)
    if found is None:
        return letter_page(request, site, "subscribe_gone.html", "这个链接已经失效", status=GONE)
    if request.method == "POST":
        actions.leave(subscription=found, now=request.now)  # type: ignore[attr-defined]
    if request.method == "POST" or found.subscriber is None:
        # No redirect: mail programs do not follow one (RFC 8058, 3.1).
        return letter_page(request, site, "subscribe_left.html", "已经退订")
    manage = token_of(MANAGE, found.subscriber_id)
    return letter_page(
        request, site, "subscribe_leave.html", "退订", subscription=found, manage=manage
    )
