"""撤回"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.moving import announce, begin, finish
from gongkai.publishing.models import Item

LONGEST_NOTE = 200
LONGEST_REASON = 1000


@transaction.atomic
def withdraw(*, item: Item, reason: str, public_note: str, by: User, now: datetime) -> Item:
    """Take a public text off the site, work on a new version too. The reason goes to the journal, the note to the readers."""
    why, note = reason.replace("\0", "").strip(), " ".join(public_note.replace("\0", "").split())
    if not why or not note:
        raise Refusal("请写明撤回的理由，以及网站上给公众看的说明")
    if len(why) > LONGEST_REASON or len(note) > LONGEST_NOTE:
        raise Refusal(f"理由不超过 {LONGEST_REASON} 个字，公众说明不超过 {LONGEST_NOTE} 个字")
    step = begin(item, "withdraw", by=by, now=now)
    here, was = step.item, step.item.published
    here.published, here.draft, here.remark, here.step = None, None, "", ""
    here.withdrawn_at, here.withdrawal_note, here.release_at = now, note, None
    shown = here.versions.exclude(published_at=None).filter(withdrawn_at=None)
    shown.update(withdrawn_at=now)  # earlier ones too: they are public beside an annual report
    finish(step, now=now, after={"withdrawn": was.number, "note": note}, reason=why)
    announce(here, now)
    return here
