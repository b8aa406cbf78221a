"""Letters for the addresses that take one, and an organ's own form."""

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.casework import actions
from gongkai.casework.models import Letter, LetterTemplate
from gongkai.common.clock import current, law_day
from tests.casework.samples import clarified, drafted, new, record
from tests.paperwork.letters.templates import runs, template
from tests.people import Cast


def letter(cast: Cast) -> Letter:
    """The letter of a reply in work."""
    return drafted(cast).letters.get()


def letter_sent(cast: Cast) -> Letter:
    """The letter of a clarification that went out."""
    return clarified(cast).letters.get()


def receipt(cast: Cast) -> Letter:
    """A receipt, drafted by itself."""
    return actions.draft_letter(case=new(cast), kind="receipt", by=cast.clerk, now=current())


def own_form(cast: Cast) -> LetterTemplate:
    """An organ's own form for a letter."""
    data = template(
        runs("{{ 发文字号 }}"), runs("{{ 主送 }}"), body=runs("{{ 正文 }}") + runs("{{ 成文日期 }}")
    )
    return actions.add_template(
        agency=cast.town,
        kind="clarification",
        upload=SimpleUploadedFile("模板.docx", data),
        since=law_day(current()),
        by=cast.administrator,
        now=current(),
    )


SAMPLES = {
    "casework:draft_letter": record(new),
    "casework:edit_letter": record(letter),
    "casework:letter": record(letter),
    **{f"casework:{name}": lambda cast: {"pk": cast.town.pk} for name in ("letter_forms_of", "letter_form", "letter_numbers")},
    **{f"casework:{name}": record(own_form) for name in ("template_sample", "end_template")},
    "casework:letter_draft": record(letter),
    "casework:letter_file": record(letter_sent),
    **{f"casework:{name}": record(receipt) for name in ("issue_letter", "sign_letter", "drop_letter")},
}  # fmt: skip
