"""One-time links handed over: shown to the administrator once, and sent to the person where there is an address."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.actions.people import add_person, issue_link
from gongkai.accounts.actions.posts import give_post
from gongkai.accounts.models import User
from gongkai.accounts.sign_in.links import DAYS
from gongkai.agencies.models import Agency, Department
from gongkai.common.outbox import put
from gongkai.common.permissions import Actor, Role

SUBJECT = "请设置口令"
LETTER = """{name}：

管理员为您的账号生成了一次性链接。登录名：{username}

请在 {days} 天内打开下面的链接设置口令，链接只能用一次：

{link}

设置之后用登录名和新口令登录。请不要把链接转给别人。
"""


@dataclass(frozen=True, slots=True)
class Issued:
    """A link that nobody has used yet. It is kept nowhere: who loses it asks for another."""

    person: User
    link: str
    mailed: bool


@transaction.atomic
def send_link(*, person: User, root: str, by: Actor, now: datetime) -> Issued:
    """A fresh link below ``root``, the site's address; earlier links and the present password are void."""
    link = root.rstrip("/") + issue_link(person=person, by=by, now=now)
    if person.email:
        text = LETTER.format(name=person.name, username=person.username, days=DAYS, link=link)
        payload = {"to": [person.email], "subject": SUBJECT, "text": text}
        put("mail.send", f"mail.send:{secrets.token_hex(16)}", payload, now=now)
    return Issued(person, link, bool(person.email))


@transaction.atomic
def take_on(
    *,
    agency: Agency,
    username: str,
    name: str,
    email: str,
    phone: str,
    role: Role,
    department: Department | None,
    since: date,
    root: str,
    by: Actor,
    now: datetime,
) -> Issued:
    """Add a person with a first post and a link, all or nothing."""
    person = add_person(
        agency=agency, username=username, name=name, email=email, phone=phone, by=by, now=now
    )
    give_post(
        person=person,
        agency=agency,
        department=department,
        role=role,
        since=since,
        by=by,
        now=now,
    )
    return send_link(person=person, root=root, by=by, now=now)
