"""What an organ's own Word form of a letter may and must hold, and what it looks like filled with samples."""

from datetime import date

from gongkai.law.in_force import NoRuleInForce
from gongkai.law.letters import FIELDS, LetterText, Value, draft, field, letter_text, outcomes_of
from gongkai.law.letters.letter import labels_in
from gongkai.paperwork.letters import OfficialLetter, compose
from gongkai.paperwork.letters.own_template import Survey

REQUIRED = ("正文", "发文字号", "主送", "成文日期")
"""Without these it is no official letter; 正文 brings what the law asks for, the remedies too."""
_EVERYWHERE = (
    "organ", "document_number", "title", "addressee", "body", "enclosures", "signed_on", "contact_person", "contact_telephone",
    "contact_address", "request_number", "description", "received_on",
)  # fmt: skip


def texts_of(kind: str, on: date) -> list[LetterText]:
    """The texts that the law of a day has for a kind, one for each outcome that it serves."""
    found = []
    for outcome in outcomes_of(kind):
        try:
            found.append(letter_text(kind, on, outcome))
        except NoRuleInForce:
            continue
    return found


def usable_labels(kind: str, on: date) -> tuple[str, ...]:
    """The labels that a form for this kind may use: what every letter has, and what all of its texts say."""
    texts = texts_of(kind, on)
    common = [set(text.needs) for text in texts]
    said = set.intersection(*common) if common else set()
    wanted = {field(key).label for key in _EVERYWHERE} | said
    return tuple(row.label for row in FIELDS if row.label in wanted)


def faults_of(kind: str, survey: Survey, on: date) -> tuple[str, ...]:
    """What must be mended before the form can be used for the kind, each a sentence."""
    faults = list(survey.faults)
    lacking = [label for label in REQUIRED if label not in survey.known and label != "正文"]
    if lacking:
        faults.append(f"模板里还要有：{'、'.join(f'{{{{ {label} }}}}' for label in lacking)}")
    usable = usable_labels(kind, on)
    if strange := [label for label in survey.known if label not in usable]:
        faults.append(f"这种文书没有这些内容，填不进去：{'、'.join(strange)}")
    return tuple(faults)


def sample_facts() -> dict[str, Value]:
    """Every field with its sample."""
    return {row.key: row.sample for row in FIELDS}


def sample_letter(text: LetterText) -> OfficialLetter:
    """The letter with samples in all its fields."""
    facts = sample_facts()
    return compose(text, draft(text, facts), facts)


def used_in(text: LetterText) -> tuple[str, ...]:
    """The labels of a text's fields in their order."""
    return labels_in(each.text for each in text.paragraphs)
