"""Letters on the desk: seen before anybody confirms, reworded within their form, downloaded with an entry in the journal."""

import io

from gongkai.audit.models import Entry
from gongkai.casework.models import Letter, LetterTemplate
from tests.casework import cases
from tests.casework.desk.typed import TODAY, by_hand, text
from tests.casework.letters import words
from tests.casework.test_letter_templates import SOUND


def draft_of(cast) -> Letter:
    """The letter of a reply in work."""
    return cases.drafted(cast, cases.registered(cast), TODAY).letters.get()


def paragraphs(ask, cast, letter) -> dict[str, str]:
    """What the page for rewording shows."""
    form = ask(cast.clerk, "edit_letter", letter.pk).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def test_a_clarification_shows_its_letter_and_what_was_typed_before_it_goes_out(cast, ask, act):
    case = cases.registered(cast)
    page = text(ask(cast.clerk, "ask_clarification", case.pk))
    assert "政府信息公开申请补正告知书" in page
    assert "【还没有填写：补正事项】" in page
    look = {
        "items": "写明年份",
        "days": 5,
        "look": "1",
        "clarification_reason": "没有写明年份",
        **by_hand(),
    }
    shown = text(act(cast.clerk, "ask_clarification", case, **look))
    assert "经审查，没有写明年份。" in shown
    assert not Letter.objects.exists()


def test_the_words_of_a_notice_are_changed_on_its_page_but_not_its_fields(cast, ask, act):
    case = cases.registered(cast)
    body = ask(cast.clerk, "ask_clarification", case.pk).context["form"]["body"].value()
    typed = {"items": "写明年份", "days": 5, **by_hand()}
    lost = act(cast.clerk, "ask_clarification", case, body="请补正。", **typed)
    assert lost.status_code == 409
    assert "文书应当有，不能删去" in text(lost)
    act(
        cast.clerk,
        "ask_clarification",
        case,
        body=body.replace("经审查，", "经认真审查，"),
        **typed,
    )
    assert "经认真审查" in "".join(Letter.objects.get().body)


def test_a_reply_is_seen_by_reviewer_and_signer_with_the_name_hidden(cast, ask):
    decision = cases.reviewed(cast, cases.registered(cast), TODAY)
    for person, name in ((cast.reviewer, "letter"), (cast.signer, "letter")):
        page = text(ask(person, name, decision.letters.get().pk))
        assert "政府信息公开申请答复书" in page
        assert "李申请人" not in page
    assert "临川县人民政府申请行政复议" in text(ask(cast.signer, "sign_reply", decision.pk))


def test_a_draft_is_reworded_and_a_needed_field_is_not_lost(cast, ask):
    letter = draft_of(cast)
    shown = paragraphs(ask, cast, letter)
    better = {**shown, "p_1": shown["p_1"].replace("经审查，", "经认真审查，")}
    assert ask(cast.clerk, "edit_letter", letter.pk, better).status_code == 302
    assert "经认真审查，" in text(ask(cast.clerk, "letter", letter.pk))
    again = paragraphs(ask, cast, letter)
    lost = ask(cast.clerk, "edit_letter", letter.pk, {**again, "p_1": "现予提供。"})
    assert lost.status_code == 409
    assert "现予提供。" in text(lost)


def test_of_two_who_reword_at_once_the_second_is_told(cast, ask):
    letter = draft_of(cast)
    mine = paragraphs(ask, cast, letter)
    other = {**mine, "p_1": mine["p_1"].replace("经审查", "经核查")}
    ask(cast.clerk, "edit_letter", letter.pk, other)
    assert ask(cast.clerk, "edit_letter", letter.pk, mine).status_code == 409


def test_what_is_missing_is_typed_on_the_letters_page(cast, ask, act):
    case = cases.registered(cast)
    made = ask(cast.clerk, "draft_letter", case.pk, {"kind": "assistance"})
    letter = Letter.objects.get()
    assert made["Location"].endswith(f"/letters/{letter.pk}/")
    assert "还没有填写：主送、协助事项" in text(ask(cast.clerk, "letter", letter.pk))
    shown = paragraphs(ask, cast, letter)
    typed = {**shown, "f_addressee": "临川县档案馆", "f_help_wanted": "查找会议纪要\n确认制作机关"}
    ask(cast.clerk, "edit_letter", letter.pk, typed)
    letter.refresh_from_db()
    ask(cast.clerk, "issue_letter", letter.pk, {"seen_version": letter.version})
    assert "查找会议纪要；" in words(_file(ask, cast.clerk, letter))


def _file(ask, person, letter, page: str = "letter_file") -> bytes:
    answer = ask(person, page, letter.pk)
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    return answer.content


def test_a_draft_is_downloaded_as_a_draft(cast, ask):
    said = words(_file(ask, cast.clerk, draft_of(cast), "letter_draft"))
    assert "草稿，未经签发" in said
    assert "李申请人" in said
    hidden = words(_file(ask, cast.reviewer, Letter.objects.get(), "letter_draft"))
    assert "李申请人" not in hidden
    assert Entry.objects.filter(act="audit.read_personal").count() == 1


def test_the_case_lists_its_letters_and_their_files(cast, ask):
    case = cases.clarified(cast, cases.registered(cast))
    page = text(ask(cast.clerk, "case", case.pk))
    assert "政府信息公开申请补正告知书" in page
    assert "青石镇人民政府依告〔2026〕1号" in page
    letter = Letter.objects.get()
    assert "李申请人" in words(_file(ask, cast.signer, letter))
    assert ask(cast.reviewer, "letter_file", letter.pk).status_code == 404
    assert ask(cast.clerk, "letter_file", letter.pk, query="?as=exe").status_code == 404
    assert ask(cast.clerk, "edit_letter", letter.pk).status_code == 409


def test_an_administrator_sees_the_laws_text_uploads_a_form_and_gets_a_sample(cast, ask):
    page = text(ask(cast.administrator, "letter_form", cast.town.pk, query="?kind=refusal"))
    assert "不予公开的理由：{{ 不予公开的理由 }}" in page
    upload = io.BytesIO(SOUND)
    upload.name = "模板.docx"
    sent = {"upload": upload, "since": TODAY}
    assert (
        ask(cast.administrator, "letter_form", cast.town.pk, sent, "?kind=refusal").status_code
        == 302
    )
    own = LetterTemplate.objects.get()
    sample = ask(cast.administrator, "template_sample", own.pk)
    assert sample.content[:2] == b"PK"


def test_pages_of_letters_ask_the_database_little(cast, ask, django_assert_max_num_queries):
    letter = draft_of(cast)
    for person, page, pk in (
        (cast.clerk, "letter", letter.pk),
        (cast.clerk, "edit_letter", letter.pk),
        (cast.administrator, "letter_forms_of", cast.town.pk),
        (cast.administrator, "letter_form", cast.town.pk),
    ):
        with django_assert_max_num_queries(55):
            assert ask(person, page, pk).status_code == 200
