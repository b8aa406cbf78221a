"""移交工作：有人离开的时候，手上的事一次交给接手的同事"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.actions.people import note, require_whole, required
from gongkai.accounts.models import User
from gongkai.common.notices import notify
from gongkai.common.permissions import Actor
from gongkai.common.refusals import Refusal
from gongkai.common.succession import Passing, duties


@transaction.atomic
def hand_on(
    *, person: User, successor: User, reason: str, by: Actor, now: datetime
) -> dict[str, int]:
    """Pass on all that the person holds and the successor can take. Returns how many of each kind went, by its label.

    Whoever administers the people of the organ does it, without seeing what the things are about; what stays is shown before.
    """
    permit = require_whole(person, by=by, now=now)
    why = required(reason)
    if successor.pk == person.pk or not successor.is_active:
        raise Refusal("请选择另一位在用账号的同事")
    if successor.agency_id != person.agency_id:
        raise Refusal("只能交给本机关的同事", next_step="调到别的机关的，在那里另行登记")
    passing = Passing(person, successor, permit, now, why)
    went = {duty.label: number for duty in duties() if (number := duty.pass_on(passing))}
    if not went:
        raise Refusal("没有可以移交的工作", next_step="看看留下的各件写的理由，或者另选一位同事")
    told = "，".join(f"{label} {number} 件" for label, number in went.items())
    after = {"successor": successor.name, "went": told}
    note("accounts.hand_on", person, permit, now, after=after, reason=why)
    notify(
        user_id=successor.pk,
        key=f"accounts.hand_on:{person.pk}:{now.isoformat()}",
        text=f"{person.name}的工作交给您：{told}",
        url="/desk/",
        address=successor.email,
        now=now,
    )
    return went
