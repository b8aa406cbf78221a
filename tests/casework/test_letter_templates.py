"""An organ's own forms: surveyed before they are taken in, refused by name, used from their day, never for what was issued before."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.casework import actions
from gongkai.casework.models import CaseRules, LetterTemplate
from gongkai.common.refusals import NotAllowed, Refusal
from tests.casework import cases
from tests.casework.cases import at
from tests.casework.letters import letter_of, words_of_docx
from tests.paperwork.letters.templates import runs, template

FRAME = (runs("本机关的红头"), runs("{{ 发文", "字号 }}"), runs("{{ 主送 }}："))
DAY = runs("{{ 成文日期 }}")
SOUND = template(*FRAME, body=runs("{{ 正文 }}") + DAY)
TODAY = "2026-11-05"


def uploaded(cast, data: bytes = SOUND, kind: str = "clarification", **more) -> LetterTemplate:
    """An own form, taken in by the administrator."""
    given = {"since": date(2026, 11, 5), "by": cast.administrator, "now": at(TODAY), **more}
    upload = SimpleUploadedFile("模板.docx", data)
    return actions.add_template(agency=cast.town, kind=kind, upload=upload, **given)


def test_a_letter_takes_the_form_that_is_in_use_on_its_day(cast):
    before = cases.clarified(cast, cases.registered(cast), "2026-11-04")
    own = uploaded(cast)
    after = cases.clarified(cast, cases.registered(cast))
    actions.end_template(
        template=own, until=date(2026, 11, 6), by=cast.administrator, now=at(TODAY)
    )
    later = cases.clarified(cast, cases.registered(cast), "2026-11-09")
    found = [letter_of(case, "clarification").template for case in (before, after, later)]
    assert found == [None, own, None]


def test_the_word_file_is_the_organs_form_with_the_same_words(cast):
    uploaded(cast)
    letter = letter_of(cases.clarified(cast, cases.registered(cast)), "clarification")
    data = actions.read_letter(letter=letter, kind="docx", by=cast.clerk, now=at(TODAY, 10))
    said = words_of_docx(data)
    for word in (
        "本机关的红头",
        str(letter.number),
        "李申请人：",
        "写明年份",
        "二〇二六年十一月五日",
    ):
        assert word in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (template(*FRAME, body=DAY), "正文"),
        (template(body=runs("{{ 正文 }}")), "发文字号"),
        (template(*FRAME, runs("{{ 没有的字段 }}"), body=runs("{{ 正文 }}") + DAY), "没有的字段"),
        (template(*FRAME, runs("{{ 收费金额 }}"), body=runs("{{ 正文 }}") + DAY), "收费金额"),
        (template(*FRAME, runs("{{ 主送 }"), body=runs("{{ 正文 }}") + DAY), "花括号"),
        (template(*FRAME, parts=[("word/vbaProject.bin", b"macro")]), "宏"),
        (b"not a Word file", "Word 文件"),
        (SOUND + b"0" * 6 * 2**20, "MB"),
    ],
    ids=["no text", "no number", "unknown", "of another letter", "braces", "macro", "no file", "huge"],
)  # fmt: skip
def test_a_form_that_will_not_do_is_refused_with_what_is_wrong(cast, data, said):
    with pytest.raises(Refusal, match=said):
        uploaded(cast, data)
    assert not LetterTemplate.objects.exists()


def test_a_form_begins_today_at_the_earliest_and_ends_once(cast):
    with pytest.raises(Refusal, match="早于今天"):
        uploaded(cast, since=date(2026, 11, 4))
    own = uploaded(cast)
    ends = {"template": own, "by": cast.administrator, "now": at(TODAY)}
    with pytest.raises(Refusal, match="不能早于"):
        actions.end_template(until=date(2026, 11, 4), **ends)
    actions.end_template(until=date(2026, 11, 5), **ends)
    with pytest.raises(Refusal, match="已经停用"):
        actions.end_template(until=date(2026, 11, 6), **ends)


@pytest.mark.parametrize("who", ["clerk", "signer", "supervisor", "stranger", "nobody"])
def test_nobody_else_brings_in_a_form_or_changes_numbers(cast, who):
    person = getattr(cast, who)
    with pytest.raises(NotAllowed):
        uploaded(cast, by=person)
    with pytest.raises(NotAllowed):
        actions.set_letter_patterns(
            agency=cast.town, patterns={}, seen_version=None, by=person, now=at(TODAY)
        )


def test_numbers_are_written_as_the_organ_wants_and_never_alike(cast):
    said = {"agency": cast.town, "by": cast.administrator, "now": at(TODAY)}
    for wrong in ("青告{serial}号", "{organ}依复〔{year}〕{serial}号"):
        with pytest.raises(Refusal):
            actions.set_letter_patterns(patterns={"notice": wrong}, seen_version=None, **said)
    actions.set_letter_patterns(
        patterns={"notice": "青告〔{year}〕{serial}号"}, seen_version=None, **said
    )
    letter = letter_of(cases.clarified(cast, cases.registered(cast)), "clarification")
    assert str(letter.number) == "青告〔2026〕1号"
    assert CaseRules.objects.get().letter_patterns == {"notice": "青告〔{year}〕{serial}号"}
