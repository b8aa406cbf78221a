"""Online applications for the tests: what 李申请人 types step by step, and requests that came in that way."""

from io import BytesIO

from PIL import Image

from gongkai.agencies.models import Agency
from gongkai.casework.actions.online import begin_draft, save_draft, submit_draft
from gongkai.casework.models import Case
from gongkai.casework.online import fields_of, find_draft
from gongkai.common.clock import current, law_day
from gongkai.website.applying import STEPS, form_of, texts_of, what_of, who_of

NAME, NUMBER, PHONE = "李申请人", "11010519491231002X", "13912345678"
PERSONAL = (NAME, NUMBER, PHONE, "青石镇东街1号")
STEP_DATA = {
    "kind": {"kind": "natural_person", "by_agent": "no"},
    "who": {"name": NAME, "identity_type": "resident_card", "identity_number": NUMBER},
    "contact": {"phone": PHONE, "address": "青石镇东街1号"},
    "wanted": {"title": "2025年东街改造征地补偿方案", "wanted": "2025年东街改造的征地补偿方案全文"},
    "way": {"form": "paper", "route": "by_post"},
}


def picture() -> bytes:
    """A photograph of a paper."""
    out = BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "JPEG")
    return out.getvalue()


def filled(agency: Agency, now=None, **changes) -> str:
    """The secret of a draft with every step filled in; ``changes`` by step."""
    now = now or current()
    secret = begin_draft(agency=agency, now=now)
    draft = find_draft(agency, secret, law_day(now))
    for step in STEPS:
        known = fields_of(draft, secret)
        form = form_of(step, known, {**STEP_DATA[step], **changes.get(step, {})})
        assert form.is_valid(), form.errors
        save_draft(draft=draft, secret=secret, step=step, fields=texts_of(form), now=now)
        draft.refresh_from_db()
    return secret


def sent_in(agency: Agency, now=None, **changes) -> tuple[Case, str]:
    """A request that came in online, with the secret of its draft."""
    now = now or current()
    secret = filled(agency, now, **changes)
    draft = find_draft(agency, secret, law_day(now))
    known = fields_of(draft, secret)
    case = submit_draft(draft=draft, secret=secret, who=who_of(known), what=what_of(known), now=now)
    return case, secret
