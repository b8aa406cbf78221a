"""Tells the people who come next that a case waits for them; in the transaction of the act that brought it there.

Notices name the number of a case, never who asked or for what.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Count
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.queries import in_force
from gongkai.casework.admission import may_see
from gongkai.casework.models import Case, CasePerson, DueMove
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import act
from gongkai.law import case_states, decision_states

NEXT: Mapping[str, tuple[str, str]] = {
    "propose_extension": ("casework.approve", "{} 提请延期，等您决定"),
    "propose_delay": ("casework.approve", "{} 提请延迟答复，等您决定"),
    "propose_fee": ("casework.approve", "{} 提请收费，等您决定"),
    "apply_online": ("casework.handle", "{} 在网上提交，等您与申请人确认收到"),
    "submit_reply": ("casework.review", "{} 的答复等您审核"),
    "review_reply": ("casework.approve", "{} 的答复等您签发"),
}
"""By the act: the act that comes next, and what its people are told."""
BACK: Mapping[str, str] = {
    "assign": "{} 分给您承办",
    "approve_extension": "{} 的延期已经批准，请告知申请人",
    "approve_delay": "{} 的延迟答复已经批准，请告知申请人",
    "approve_fee": "{} 的收费已经批准，请发出收费通知",
    "drop_notice": "{} 的告知书不发了，请看理由",
    "send_back_reply": "{} 的答复退回修改，请看意见",
    "sign_reply": "{} 的答复已经签发，请送达",
    "unsign_reply": "{} 的答复撤销签发，请看理由",
    "correct_online": "{} 的申请人在网上补正了",
    "reason_online": "{} 的申请人在网上说明了理由",
    "withdraw_online": "{} 的申请人在网上撤回了",
    "mail_refused": "{} 的电子邮件没有发出，请看原因，另行送达",
    "take_reply": "{} 的申请人下载了答复的文件，请登记签收",
    "burn_redaction": "{} 涂黑的文件做好了，请核对",
    "reopen": "{} 被纠正，请重新办理",
}
"""By the act: what whoever handles the case is told."""
_LABELS = {
    **{row.key: row.label for row in decision_states.MOVES},
    **{row.key: row.label for row in case_states.MOVES},
}
"""What those who watch are told of every act, where nothing else tells them."""


def tell(case: Case, key: str, *, mover: int | None, now: datetime) -> None:
    """Tell whoever has the next act, or whoever handles the case, and those who watch; never the person who acted.

    Nobody is told twice of one act, nor of a case that the person must not see.
    """
    told = _next(case, key, now)
    if told:
        _send(told[0], case, told[1], mover=mover, now=now)
    if label := _LABELS.get(key):
        _send(_watching(case), case, "{} 有变化：" + label, mover=mover, now=now)


def _next(case: Case, key: str, now: datetime) -> tuple[list[User], str] | None:
    """Who is told what of an act; None where nobody has anything to do."""
    if key in NEXT:
        wanted, words = NEXT[key]
        hands = set(case.decision.writers) if key.endswith("_reply") and case.decision else set()
        return [person for person in _posted(case, wanted, now) if person.pk not in hands], words
    return (_handling(case, now), BACK[key]) if key in BACK else None


def _send(
    people: Iterable[User], case: Case, words: str, *, mover: int | None, now: datetime
) -> None:
    barred = set(_parts(case, "barred"))
    for person in people:
        if person.pk != mover and person.pk not in barred:
            notify(
                user_id=person.pk,
                key=f"casework:{case.pk}:{case.version}",
                text=words.format(case),
                url=reverse("casework:case", kwargs={"pk": case.pk}),
                address=person.email,
                now=now,
            )


def _handling(case: Case, now: datetime) -> list[User]:
    """Who handles the case, or registered it where nobody does; where that is nobody either, all who may."""
    lead = User.objects.filter(pk=case.handler_id or case.registered_by_id, is_active=True)
    return list(lead) or _posted(case, "casework.handle", now)


def _watching(case: Case) -> list[User]:
    """Who watches the case and may see it still."""
    rows = User.objects.filter(pk__in=_parts(case, "watcher"), is_active=True)
    return [person for person in rows if may_see(person, case)]


def _parts(case: Case, part: str) -> list[int]:
    return list(CasePerson.objects.filter(case=case, part=part).values_list("person", flat=True))


def _posted(case: Case, key: str, now: datetime) -> list[User]:
    """The active people of the organ whose post of today has the act."""
    today = in_force(law_day(now))
    posts = case.agency.posts.filter(today, role__in=act(key).grants).select_related("user")
    return list({post.user_id: post.user for post in posts if post.user.is_active}.values())


def tell_of_moved_dates(why: str, now: datetime) -> None:
    """Tell those who handle cases whose dates moved with the calendar just now: one notice a person, however many cases."""
    rows = DueMove.objects.filter(at=now).exclude(case__handler=None)
    whose = rows.values_list("case__handler", "case__handler__email")
    counts = whose.annotate(number=Count("case", distinct=True)).order_by()
    for person, address, number in counts:
        notify(
            user_id=person,
            key=f"casework:moved:{now:%Y%m%d%H%M%S}",
            text=f"您承办的 {number} 件申请期限变了：{why}",
            url=reverse("casework:moved"),
            address=address,
            now=now,
        )
