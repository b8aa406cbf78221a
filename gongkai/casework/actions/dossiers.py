"""案卷：提请制作、下载、到期删除；交法院等用"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import locked
from gongkai.casework.actions.reading import LONGEST_REASON, READ
from gongkai.casework.admission import require_admitted
from gongkai.casework.models import Case, Dossier
from gongkai.casework.sealing import subject_of
from gongkai.casework.wording import said
from gongkai.common.outbox import put
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.chunks import unsealed_stream

KIND = "casework.make_dossier"
KEPT = timedelta(days=1)
"""How long a dossier lies there once it is made: long enough to be fetched, no longer."""
STALLED = timedelta(hours=2)
KEY_FIELD = "dossier_key"


@transaction.atomic
def ask_dossier(*, case: Case, reason: str, by: User, now: datetime) -> Dossier:
    """Have the file of a case put together, with the applicant's data, which are read here and now as the journal says."""
    here = locked(case)
    permit = require(by, READ, here.agency)
    require_admitted(by, here)
    if here.dossiers.filter(state="waiting").exists():
        raise Refusal("这一件的案卷正在制作", next_step="等做好了下载，或者过一会儿再来")
    why = said(reason, "案卷的用途")
    dossier = Dossier.objects.create(
        case=here, reason=why, asked_by_id=by.pk, asked_by=by.name, asked_at=now
    )
    if fields := here.applicant.sealed:
        _, dossier.read_entry = personal.reveal_once(
            subject_of(here), dict(fields), entry=None, on=here, by=permit, at=now,
            organ=here.agency.code, reason=f"制作案卷：{why}"[:LONGEST_REASON],
        )  # fmt: skip
        dossier.save(update_fields=("read_entry",))
    record("casework.ask_dossier", here, by=permit, at=now, organ=here.agency.code, reason=why)
    put(KIND, str(dossier.pk), {"dossier": dossier.pk}, now=now)
    return dossier


@transaction.atomic
def take_dossier(*, dossier: Dossier, kind: str, by: User, now: datetime) -> Iterator[bytes]:
    """The ZIP or the PDF, piece by piece, once the journal says who took it. Raises personal.Erased."""
    case = dossier.case
    permit = require(by, READ, case.agency)
    require_admitted(by, case)
    place = {"zip": dossier.zip_key, "pdf": dossier.pdf_key}.get(kind, "")
    if dossier.state != "made" or not place or dossier.expires_at <= now:
        raise Refusal("案卷已经过期删除，或者没有这一种", next_step="重新制作")
    organ = case.agency.code
    opened = personal.reveal(
        subject_of(case), dict(dossier.sealed), on=case, by=permit, at=now, organ=organ,
        reason="下载案卷",
    )  # fmt: skip
    after = {"file": kind.upper(), "sha256": getattr(dossier, f"{kind}_sha256")}
    record("casework.take_dossier", case, by=permit, at=now, organ=organ, after=after)
    return _pieces(place, f"{dossier.context}:{kind}", bytes.fromhex(opened[KEY_FIELD]))


def _pieces(place: str, context: str, key: bytes) -> Iterator[bytes]:
    with default_storage.open(place, "rb") as content:
        yield from unsealed_stream(content, context=context, key=key)


@transaction.atomic
def sweep_dossiers(now: datetime) -> int:
    """Delete what lay there for its day, and give up what was never made; returns how many."""
    over = list(Dossier.objects.select_for_update().filter(state="made", expires_at__lte=now))
    for dossier in over:
        _forget(dossier)
    given_up = Dossier.objects.filter(state="waiting", asked_at__lte=now - STALLED)
    stalled = given_up.update(state="failed", failure="制作中途停止，没有做成，请重新制作")
    return len(over) + stalled


def forget_dossiers(case: Case) -> None:
    """Nothing is left of the dossiers of a case, the names of its papers neither: part of the transaction that erases who asked."""
    for dossier in case.dossiers.select_for_update().filter(state="made"):
        _forget(dossier)
    case.dossiers.update(left_out=[])


def _forget(dossier: Dossier) -> None:
    """The key first, then the bytes: what a kill leaves of them is noise, and is swept."""
    places = [place for place in (dossier.zip_key, dossier.pdf_key) if place]
    dossier.state, dossier.zip_key, dossier.pdf_key, dossier.sealed = "gone", "", "", {}
    dossier.save()
    transaction.on_commit(lambda: [default_storage.delete(place) for place in places])
