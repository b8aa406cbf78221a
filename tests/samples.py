"""Arguments for the addresses that have some: by the address's full name, a function of the cast that makes the record.

The record belongs to ``cast.town`` unless the test of the address says otherwise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.models import Entry
from gongkai.common.clock import current, law_day
from gongkai.common.models import OutboxMessage
from gongkai.files.actions import receive
from gongkai.publishing.actions.set_up_columns import national_column
from tests.accounts.samples import SAMPLES as PEOPLE_SAMPLES
from tests.agencies.samples import SAMPLES as ORGAN_SAMPLES
from tests.annual_reports.collecting import samples as collections
from tests.annual_reports.samples import SAMPLES as COMPILED_SAMPLES
from tests.annual_reports.samples import SHOWN as SHOWN_COMPILED
from tests.casework.letter_samples import SAMPLES as LETTER_SAMPLES
from tests.casework.paper_samples import SAMPLES as PAPER_SAMPLES
from tests.casework.samples import SAMPLES as CASE_SAMPLES
from tests.casework.samples import SHOWN as SHOWN_CASES
from tests.participation import samples as consultations
from tests.participation.interview_samples import SAMPLES as INTERVIEW_SAMPLES
from tests.people import Cast
from tests.publishing import old_sites
from tests.publishing.batches import prepared
from tests.publishing.form_samples import SAMPLES as FORM_SAMPLES
from tests.publishing.form_samples import SHOWN as SHOWN_FORMS
from tests.publishing.items import (
    catalogue_entry,
    draft,
    filed,
    handed_over,
    item_with_file,
    later,
    organ_word,
    own_column,
    published,
    reviewed,
    scheduled,
    submitted,
    tie,
    urgent,
    withheld,
)
from tests.website.page_samples import SAMPLES as PAGE_SAMPLES
from tests.website.released import release, release_file
from tests.website.samples import SAMPLES as APPLY_SAMPLES
from tests.website.subscribed import SAMPLES as SUBSCRIBE_SAMPLES

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def stored_file(cast: Cast) -> Mapping[str, Any]:
    """A text that the clerk uploaded."""
    given = SimpleUploadedFile("说明.txt", "办事说明".encode())
    stored = receive(
        agency=cast.town, upload=given, purpose="attachment", by=cast.clerk, now=current()
    )
    return {"token": stored.token}


def journal_entry(cast: Cast) -> Mapping[str, Any]:
    """The entry of an upload."""
    stored_file(cast)
    return {"pk": Entry.objects.filter(act="files.upload").latest("pk").pk}


def dead_message(cast: Cast) -> Mapping[str, Any]:
    """A message that was given up."""
    now = current()
    made = OutboxMessage.objects.create(
        kind="mail.send", key="x", state="dead", due_at=now, created_at=now
    )
    return {"pk": made.pk}


SAMPLES["files:download"] = stored_file
SAMPLES["audit:entry"] = journal_entry
SAMPLES["desk:retry"] = dead_message
SAMPLES["desk:read"] = lambda _: {"pk": 1}


def item(cast: Cast) -> Mapping[str, Any]:
    """A draft of the town."""
    return {"pk": draft(cast).pk}


def attached_file(cast: Cast) -> Mapping[str, Any]:
    """A draft of the town with a file."""
    found = item_with_file(cast)
    return {"pk": found.pk, "file": found.draft.attachments.get().file_id}


def shown_file(cast: Cast) -> Mapping[str, Any]:
    """A file below a public document."""
    return {"token": release_file(release(cast.town)).token}


SAMPLES["public_file"] = shown_file
SAMPLES["named_file"] = lambda cast: {**shown_file(cast), "name": "说明.txt"}
SAMPLES["publishing:detach"] = attached_file
SAMPLES["publishing:mask_file"] = attached_file
SAMPLES["publishing:unlink"] = lambda cast: {"pk": tie(cast).pk}
OF_ORGAN = "set_up timer_rules aftercare_rules hand_over plan severities words index_pattern"
for name in OF_ORGAN.split():
    SAMPLES[f"publishing:{name}"] = lambda cast: {"pk": cast.town.pk}
for name in ("move_column", "close_column", "reopen_column"):
    SAMPLES[f"publishing:{name}"] = lambda cast: {"pk": own_column(cast).pk}
for name in ("add_column", "change_column"):
    SAMPLES[f"publishing:{name}"] = lambda cast: {"pk": national_column(cast.town, "content").pk}
SAMPLES["publishing:add_entry"] = lambda cast: {"pk": cast.town.pk, "key": "plans"}
for name in ("change_entry", "remove_entry"):
    SAMPLES[f"publishing:{name}"] = lambda cast: {"pk": catalogue_entry(cast).pk}
for name in ("batch", "confirm_batch", "drop_batch"):
    SAMPLES[f"publishing:{name}"] = lambda cast: {"pk": prepared(cast).pk}
SAMPLES["publishing:old_columns"] = lambda cast: {"pk": old_sites.unsettled(cast).pk}
SAMPLES["publishing:old_page"] = lambda cast: {"pk": old_sites.doubtful(cast).rows.first().pk}
SAMPLES["publishing:hand_over_file"] = lambda cast: {"pk": handed_over(cast).pk, "kind": "csv"}
SAMPLES["publishing:drop_word"] = lambda cast: {"pk": organ_word(cast).pk}
SAMPLES["publishing:column_plan"] = lambda cast: {"pk": national_column(cast.town, "guide").pk}
for name in (
    "item",
    "edit",
    "from_word",
    "pictures",
    "presentation",
    "attach",
    "claim",
    "unclaim",
    "link",
    "preview",
    "recheck",
    "override",
    "mask",
    "submit",
    "take_back",
    "approve",
    "send_back",
    "publish",
    "revise",
    "drop_revision",
    "withdraw",
    "schedule",
    "unschedule",
    "publish_urgently",
    "approve_later",
    "file",
    "reassess",
    "confirm",
    "move_item",
    "no_interpretation",
    "set_validity",
):
    SAMPLES[f"publishing:{name}"] = item
for name in ("version", "restore"):
    SAMPLES[f"publishing:{name}"] = lambda cast: {**item(cast), "number": 1}


def with_a_batch(cast: Cast) -> Mapping[str, Any]:
    """No argument; a batch that the page lists."""
    prepared(cast)
    return {}


def with_an_old_site(cast: Cast) -> Mapping[str, Any]:
    """No argument; a batch from an old website that the page lists."""
    old_sites.doubtful(cast)
    return {}


SHOWN: dict[str, Callable[[Cast], Mapping[str, Any]]] = {
    f"publishing:{act}": lambda cast, made=made: {"pk": made(cast).pk}
    for act, made in {
        "approve": submitted,
        "send_back": submitted,
        "publish": reviewed,
        "schedule": reviewed,
        "unschedule": lambda cast: scheduled(cast, later(24)),
        "approve_later": urgent,
        "file": lambda cast: withheld(cast, reassess_on=law_day(current())),
        "reassess": filed,
        "revise": published,
        "withdraw": published,
        "set_validity": published,
        "item": urgent,
    }.items()
}
SHOWN["publishing:hand_over"] = lambda cast: {"pk": handed_over(cast).agency_id}
SHOWN["publishing:batches"] = with_a_batch
SHOWN["publishing:batch"] = lambda cast: {"pk": old_sites.doubtful(cast).pk}
SHOWN["publishing:old_site"] = with_an_old_site
"""Records in the state in which a page has most to show, where the test of access takes a draft."""

SAMPLES["annual_reports:comparison_file"] = lambda _: {"kind": "csv"}
for door in ("oidc_start", "oidc_back"):
    SAMPLES[f"accounts:{door}"] = lambda _: {"provider_id": "oidc"}
SAMPLES |= (
    ORGAN_SAMPLES | PEOPLE_SAMPLES | CASE_SAMPLES | LETTER_SAMPLES | PAPER_SAMPLES | APPLY_SAMPLES
)
SAMPLES |= PAGE_SAMPLES | SUBSCRIBE_SAMPLES | FORM_SAMPLES
SAMPLES |= COMPILED_SAMPLES | collections.SAMPLES | INTERVIEW_SAMPLES
SHOWN |= SHOWN_CASES | SHOWN_COMPILED | collections.SHOWN | SHOWN_FORMS
SAMPLES |= consultations.SAMPLES
SHOWN |= consultations.SHOWN
