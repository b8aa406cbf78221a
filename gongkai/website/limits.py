"""How often the public forms may be sent from one network. What lies beyond is answered 429, the same for everybody."""

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from gongkai.accounts.sign_in.network import network_of

RATES = {
    "begin": "60/h/key",
    "save": "900/h/key",
    "file": "60/h/key",
    "submit": "60/h/key",
    "code": "30/10m/key",
    "ask": "60/h/key",
    "download": "120/h/key",
    "subscribe": "60/h/key",
    "address": "5/d/key",
    "comment": "60/h/key",
}
TOO_OFTEN = "从您所在的网络提交得太频繁了，请过一会儿再试；也可以当面、邮寄申请，或者打电话询问"
TOO_OFTEN_TO_SUBSCRIBE = (
    "从您所在的网络提交得太频繁了，请过一会儿再试；也可以用浏览器或者阅读软件打开 Atom 订阅源"
)
TOO_OFTEN_FOR_ADDRESS = (
    "今天往这个邮箱发的确认邮件已经够多了，请先看看邮箱（包括垃圾邮件），或者明天再试"
)
TOO_OFTEN_TO_COMMENT = (
    "从您所在的网络提交得太频繁了，请过一会儿再试，您写的还在；也可以用公告里写的别的方式提出"
)
STATUS = 429


def within(request: HttpRequest, action: str, key: str = "") -> bool:
    """Whether one more of these is taken from the reader's network, or for ``key``, whoever sends it; counts it."""
    whose = key or network_of(request) or "unknown"
    return bool(
        ratelimit.consume(request, app="gongkai.website", action=action, config=RATES, key=whose)
    )
