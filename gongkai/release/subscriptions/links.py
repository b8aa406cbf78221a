"""The links of letters: signed numbers, kept nowhere; each opens one thing. Who has the letter has the link.

A link is over when its row is: confirmed, left, or gone.
"""

from django.core.signing import BadSignature, Signer

from gongkai.release.subscriptions.models import Subscriber, Subscription

MOST_DIGITS = 18
LEAVE, CONFIRM, MANAGE = "leave", "confirm", "manage"


def _signer(purpose: str) -> Signer:
    return Signer(sep=".", salt=f"gongkai.release.subscriptions.{purpose}")


def token_of(purpose: str, number: int) -> str:
    """The last part of the link that opens the row of that number for one purpose."""
    return _signer(purpose).sign(str(number))


def number_in(purpose: str, token: str) -> int | None:
    """The number of a link; None where the link is made up or for something else."""
    try:
        number = _signer(purpose).unsign(token)
    except BadSignature:
        return None
    return int(number) if len(number) <= MOST_DIGITS else None


def subscription_at(purpose: str, token: str) -> Subscription | None:
    """The subscription of a link, in whatever state it is."""
    number = number_in(purpose, token)
    found = Subscription.objects.select_related("subscriber", "agency").filter(pk=number)
    return found.first() if number is not None else None


def subscriber_at(token: str) -> Subscriber | None:
    """The address of a link to manage by; None once nothing is subscribed to any more."""
    number = number_in(MANAGE, token)
    return None if number is None else Subscriber.objects.filter(pk=number).first()
