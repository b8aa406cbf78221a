"""The words of the letters: to confirm, that something is known already, and what is new. Plain, with no picture and no tracking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.encoding import iri_to_uri

from gongkai.common.clock import law_day
from gongkai.common.mail import message_id
from gongkai.release.models import PublicDocument
from gongkai.release.subscriptions.days import in_words
from gongkai.release.subscriptions.links import CONFIRM, LEAVE, MANAGE, token_of
from gongkai.release.subscriptions.models import Digest, Subscriber, Subscription
from gongkai.release.subscriptions.terms import CONFIRM_WITHIN, MOST_OF_ONE

HOURS = int(CONFIRM_WITHIN.total_seconds()) // 3600
SUBJECTS: Mapping[str, str] = {
    "confirm": "请确认订阅",
    "known": "您已经订阅过了",
    "full": "订阅没有增加",
}
WORDS: Mapping[str, str] = {
    "confirm": """您好：

有人用这个邮箱在{organ}网站订阅：
{title}，{rhythm}，有新公开的信息才发。

是您本人订阅的，请在 {hours} 小时内打开下面的链接，点“确认订阅”：
{confirm}

不是您订阅的，不用理会：没有确认就不会发送，{hours} 小时后这个邮箱地址自动删除。
""",
    "known": """您好：

有人用这个邮箱在{organ}网站订阅：
{title}

这一项您已经订阅了（{rhythm}），不用再确认，什么也没有改变。要改频次或者退订，请打开：
{manage}
""",
    "full": """您好：

有人用这个邮箱在网站上增加订阅。这个邮箱已经有 {most} 项订阅，没有再增加。要退订其中的几项，请打开：
{manage}
""",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One item in a digest."""

    title: str
    address: str
    about: str


def rhythm_in_words(subscription: Subscription) -> str:
    """每天一次, or 每周一次（星期一）."""
    said = subscription.get_rhythm_display()
    weekly = subscription.rhythm == "weekly"
    return f"{said}（{subscription.get_weekday_display()}）" if weekly else said


def answer_letter(
    kind: str, subscriber: Subscriber, about: Subscription | None, home: str, *, to: str, key: str
) -> EmailMessage:
    """The letter that follows the form: to confirm, or why there is nothing to confirm."""
    words = {"manage": link(home, MANAGE, subscriber.pk), "hours": HOURS, "most": MOST_OF_ONE}
    if about:
        words |= {"organ": about.agency.name, "title": named(kind, about)}
        words |= {"rhythm": rhythm_in_words(about), "confirm": link(home, CONFIRM, about.pk)}
    letter = EmailMessage(SUBJECTS[kind], WORDS[kind].format(**words), to=[to])
    return _addressed(letter, about.agency.name if about else "", key)


def named(kind: str, about: Subscription) -> str:
    """What the letter calls it. Before somebody confirmed, the words of a search are a stranger's: no letter carries them to others."""
    stranger = kind == "confirm" and about.kind == "search"
    return "含有指定词语的信息（是哪些词，打开链接就看得到）" if stranger else about.title


def digest_letter(
    digest: Digest, documents: Iterable[PublicDocument], *, to: str
) -> EmailMultiAlternatives | None:
    """What is new and public still, as text and as a web page; None where nothing is left to tell."""
    subscription, found = digest.subscription, digest.finding
    lines = [_line(document, subscription) for document in documents]
    if not lines:
        return None
    more = max(found.total - len(found.items), 0)
    leave = link(subscription.home, LEAVE, subscription.pk)
    words = {
        "subscription": subscription,
        "organ": subscription.agency.name,
        "days": in_words(found.since, found.until),
        "number": len(lines) + more,
        "lines": lines,
        "more": more,
        "rhythm": rhythm_in_words(subscription),
        "list": iri_to_uri(subscription.home + subscription.link),
        "leave": leave,
        "manage": link(subscription.home, MANAGE, subscription.subscriber_id),
    }
    subject = "{organ}：{days}新公开 {number} 条信息".format(**words)
    letter = EmailMultiAlternatives(subject, _text(words), to=[to])
    letter.attach_alternative(render_to_string("release/digest.html", words), "text/html")
    letter.extra_headers["List-Unsubscribe"] = f"<{leave}>"
    letter.extra_headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return _addressed(letter, words["organ"], f"release.digest:{digest.pk}")


def link(home: str, purpose: str, number: int) -> str:
    """The whole address of a link in a letter."""
    return iri_to_uri(f"{home}subscribe/{purpose}/{token_of(purpose, number)}/")


def _addressed(letter: EmailMessage, organ: str, key: str) -> EmailMessage:
    """From the organ, made by a program, and known again by its Message-ID should it ever come twice."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    letter.from_email = formataddr((organ, address)) if address else settings.DEFAULT_FROM_EMAIL
    letter.extra_headers |= {"Message-ID": message_id(key), "Auto-Submitted": "auto-generated"}
    return letter


def _line(document: PublicDocument, subscription: Subscription) -> Line:
    here = urlsplit(subscription.home)
    mine = document.agency_id == subscription.agency_id
    root = subscription.home if mine else f"{here.scheme}://{here.netloc}/o/{document.agency.code}/"
    day = f"{law_day(document.first_published_at):%Y-%m-%d}"
    organ = "" if mine else document.agency_name
    about = "　".join(filter(None, (day, document.document_number, organ)))
    return Line(" ".join(document.title.split()), iri_to_uri(root + document.path), about)


def _text(words: Mapping[str, object]) -> str:
    """The letter for programs that show no web pages."""
    head = "{organ} {days}新公开 {number} 条信息。\n您订阅的：{subscription.title}".format(**words)
    items = [f"{place}. {line.title}\n   {line.about}\n   {line.address}" for place, line in enumerate(words["lines"], 1)]  # fmt: skip
    more = "另有 {more} 条，请看完整的列表：\n{list}".format(**words) if words["more"] else ""
    foot = (
        "您收到这封邮件，是因为这个邮箱在{organ}网站订阅了“{subscription.title}”，{rhythm}，有新公开的信息才发。\n"
        "退订这一项：{leave}\n改频次、看全部订阅：{manage}\n"
    ).format(**words)
    return "\n\n".join(filter(None, (head, *items, more, f"——\n{foot}")))
