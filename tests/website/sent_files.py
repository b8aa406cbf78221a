"""A file that was sent online to whoever asked, at any organ, as the database has it: for pages that need no more."""

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.agencies.models import Agency
from gongkai.casework.models import CaseFile, Decision, Delivery, DeliveryFile, Service
from gongkai.casework.online import APPLICANT
from gongkai.common.clock import current, law_day
from gongkai.files.actions import receive_from_public
from tests.paperwork.redaction.made import made
from tests.website.applications import sent_in


def paper_of(agency: Agency) -> CaseFile:
    """A paper to be given, of a request that came in online."""
    upload, now = SimpleUploadedFile("方案.pdf", made("text", "PUBLIC-1")), current()
    stored = receive_from_public(
        agency=agency, upload=upload, title="方案", permit=APPLICANT, now=now
    )
    case, _ = sent_in(agency)
    return CaseFile.objects.create(
        case=case, file=stored, use="given", title="公开的方案.pdf", added_by="王经办", added_at=now
    )


def service_of(paper: CaseFile) -> Service:
    """The reply, signed and on its way today."""
    today, now = law_day(current()), current()
    signed = {"sha256": "0" * 64, "signed_by_id": 1, "signed_on": today, "served_on": today}
    decision = Decision.objects.create(
        case=paper.case, round=1, state="served", outcome="provided", statement="见附件",
        changed_at=now, **signed,
    )  # fmt: skip
    return Service.objects.create(
        case=paper.case,
        decision=decision,
        way="electronic",
        sent_on=today,
        by_name="王经办",
        at=now,
    )


def sent_file(agency: Agency) -> DeliveryFile:
    """The file, sent online today."""
    paper, now = paper_of(agency), current()
    delivery = Delivery.objects.create(
        service=service_of(paper), medium="online", recipient="0" * 64, state="sent",
        open_until=law_day(now), sent_at=now, at=now,
    )  # fmt: skip
    return DeliveryFile.objects.create(
        delivery=delivery, paper=paper, order=1, sha256=paper.file.sha256, pages=1
    )
