"""Facts of the letter that ends a request: what is given, what is withheld and on which ground, and what the outcome must say."""

from collections.abc import Iterator, Mapping
from datetime import date

from gongkai.casework.letters.of_notice import flat
from gongkai.casework.letters.of_request import Facts, Source, known, lines
from gongkai.casework.models import Case, CaseNotice, Decision, DecisionPart
from gongkai.law.attributes import ground
from gongkai.law.letters import Value
from gongkai.law.letters.fields import field
from gongkai.law.letters.wording import named

WITH_THE_LETTER = "随答复书附送"
SAID: Mapping[str, tuple[str, ...]] = {
    "already_public": ("ways",),
    "provided": ("provided",),
    "told_when_and_where": ("ways", "when"),
    "provided_in_other_form": ("form_reason", "provided"),
    "disclosed_in_public_interest": ("provided",),
    "partly_granted": ("", ""),
    "state_secret": ("",),
    "forbidden_by_law": ("", "forbidding_rule"),
    "security_and_stability": ("",),
    "third_party_rights": ("",),
    "third_party_objects": ("", ""),
    "internal_affairs": ("",),
    "process_information": ("",),
    "enforcement_file": ("",),
    "inquiry_matter": ("register_way", "register_matter"),
    "nonexistent": ("search",),
    "not_responsible": ("",),
    "must_be_created": ("processing_needed",),
    "still_unclear": ("", "still_unclear"),
    "petition": ("channel",),
    "repeated": ("",),
    "publication": ("ways",),
    "excessive": ("reasons_given", "why_unreasonable"),
    "reconfirmation": ("obtained",),
    "clarification_lapsed": ("",),
    "fee_lapsed": ("",),
    "not_a_request": ("channel",),
    "miscellaneous": ("handling",),
    "record_corrected": ("corrected_record",),
}
"""Which field each statement of an outcome's ``says`` fills, in its order; "" where the record or the text of the law answers it."""
REASON = {
    "not_responsible": "reason",
    "petition": "reason",
    "not_a_request": "reason",
    "record_kept": "correction_reason",
    "disclosed_in_public_interest": "public_interest",
}
"""Which field the reason fills; in other letters it is why something is withheld."""


def is_asked(outcome: str, place: int) -> bool:
    """Whether somebody must type the statement at that place of the outcome's ``says``."""
    fields = SAID.get(outcome, ())
    return place >= len(fields) or fields[place] != ""


def of_reply(source: Source) -> Facts:
    """What the reply of a letter says."""
    decision = source.letter.decision
    if decision is None:
        return {}
    parts = list(decision.parts.all())
    return known(
        {
            **_lists(decision, parts),
            **dict(_said(decision)),
            REASON.get(decision.outcome, "withholding_reason"): flat(decision.reason),
            "statement": lines(decision.statement),
            "more_basis": decision.basis,
            "responsible_organ": decision.organ_name,
            "responsible_contact": decision.organ_contact,
            "competent_organ": decision.organ_name,
            "competent_contact": decision.organ_contact,
            "transferred_on": source.on,
            "publication": f"《{decision.case.title.strip('《》')}》",
            "provided_by": _provided_by(decision.case),
            "consultation": _opinions(source),
            **_course(decision.case),
            **_earlier(decision),
        }
    )


def _said(decision: Decision) -> Iterator[tuple[str, Value]]:
    """The statements in the fields that they fill."""
    for key, words in zip(SAID.get(decision.outcome, ()), decision.says, strict=False):
        if key and words:
            yield key, lines(words) if field(key).kind == "lines" else flat(words)


def _lists(decision: Decision, parts: list[DecisionPart]) -> Facts:
    """What is given and what is withheld, document by document; without a list, what was asked for."""
    given = tuple(part.title for part in parts if part.given)
    withheld = tuple(_withheld(part) for part in parts if not part.given)
    return {
        "provided": given,
        "disclosed": "；".join(given) or flat("\n".join(decision.says[:1])),
        "withheld": withheld or (decision.case.title,),
    }


def _withheld(part: DecisionPart) -> str:
    """A document with the article of its ground and its reason."""
    row = ground(part.ground)
    return f"{part.title}（{named(row.cite)}，{row.label}；理由：{flat(part.reason)}）"


def _provided_by(case: Case) -> str:
    """In which form and by which way, as the applicant wished; with the letter where nothing was wished."""
    wishes = (case.get_wanted_form_display(), case.get_wanted_route_display())
    return "、".join(wish for wish in wishes if wish) or WITH_THE_LETTER


def _opinions(source: Source) -> str:
    """What third parties said, without saying who they are."""
    said = {
        "agrees": "第三方书面表示同意公开",
        "refuses": "第三方书面表示不同意公开",
        "silent": "第三方逾期没有提出意见",
    }
    rows = [row for row in source.consultations if row.family == "third_party" and row.answer]
    words = [said[row.answer] + ("，并说明了理由" if row.has_reasons else "") for row in rows]
    return "；".join(dict.fromkeys(words))


def _course(case: Case) -> Facts:
    """What happened before: clarification, reasons, and how a period passed in vain."""
    clarified, asked = _issued(case, "clarification"), _issued(case, "reasons")
    owed = clarified if case.state == "awaiting_correction" else _issued(case, "fee")
    found: dict[str, Value | None] = {
        "clarified_on": clarified.issued_on if clarified else None,
        "reasons_asked_on": asked.issued_on if asked else None,
        "frequency": flat(asked.words) if asked else "",
        "served_on": _served_on(owed) if owed else None,
        "lapsed_on": case.lapses_on,
    }
    return known(found)


def _issued(case: Case, kind: str) -> CaseNotice | None:
    return case.notices.filter(kind=kind, state="issued").last()


def _served_on(notice: CaseNotice) -> date | None:
    row = notice.services.exclude(received_on=None).last()
    return row.received_on if row else None


def _earlier(decision: Decision) -> Facts:
    """The reply that a repetition repeats: its number and its day."""
    case = decision.earlier
    if case is None:
        return {}
    reply = case.decisions.filter(state="served").first()
    letter = reply.letters.filter(state="issued").first() if reply else None
    number = str(letter.number) if letter else (reply.document_number if reply else "")
    return known({"earlier_reply": number, "earlier_reply_on": case.closed_on})
