"""Keeping and dropping drafts. They are no records: nothing of them enters the journal."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from gongkai.common.drafts.models import Draft
from gongkai.common.permissions import Actor

KEPT_FOR = timedelta(days=30)
MOST = 50
"""Drafts of one person; the oldest go first."""

Body = Mapping[str, list[str]]
"""The values of each field by its name."""


@transaction.atomic
def keep(*, form: str, object_key: str, base: str, body: Body, by: Actor, now: datetime) -> Draft:
    """Keep what the person typed in place of what was kept before; drafts that nobody came back to go."""
    draft, _ = Draft.objects.update_or_create(
        person_id=by.pk,
        form=form,
        object_key=object_key,
        defaults={"base": base, "body": dict(body), "saved_at": now},
    )
    Draft.objects.filter(saved_at__lt=now - KEPT_FOR).delete()
    mine = Draft.objects.filter(person_id=by.pk).order_by("-saved_at")
    Draft.objects.filter(pk__in=list(mine.values_list("pk", flat=True)[MOST:])).delete()
    return draft


def drop(*, form: str, object_key: str, by: Actor, now: datetime) -> None:
    """Forget the draft: its form has been saved by ``now``, or the person does not want it."""
    Draft.objects.filter(
        person_id=by.pk, form=form, object_key=object_key, saved_at__lte=now
    ).delete()
