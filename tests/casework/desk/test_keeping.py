"""Who acts for the applicant and who the third party is, shown by a click; and personal data that are erased, one file at a time."""

import pytest

from gongkai.audit.models import Entry
from gongkai.casework import actions
from gongkai.casework.models import Consultation
from gongkai.casework.queries import to_erase
from gongkai.casework.work import waiting
from gongkai.common.clock import law_day
from tests.casework import cases
from tests.casework.cases import at, on
from tests.casework.desk.typed import TODAY, text

ERASED = {"title": "征地补偿方案", "reason": "保存期满"}


def read(ask, person, page, pk) -> str:
    """What the page says, once its reading is in the journal."""
    before = Entry.objects.filter(act="audit.read_personal").count()
    said = text(ask(person, page, pk, {}))
    assert Entry.objects.filter(act="audit.read_personal").count() == before + 1
    return said


def test_the_agent_is_shown_by_a_click_that_is_journaled(cast, ask):
    case = cases.registered(cast, who=cases.li(agent_name="张代理", agent_phone="13800000000"))
    assert "张代理" not in text(ask(cast.clerk, "case", case.pk))
    assert "13800000000" in read(ask, cast.clerk, "read_agent", case.pk)
    assert ask(cast.reviewer, "read_agent", case.pk, {}).status_code == 404


def test_the_third_party_is_shown_by_a_click_that_is_journaled(cast, ask):
    cases.consulted(cast, cases.registered(cast))
    row = Consultation.objects.get()
    assert "的信息（记入留痕）" in text(ask(cast.clerk, "case", row.case_id))
    assert "名称" in read(ask, cast.clerk, "read_party", row.pk)
    assert Entry.objects.latest("pk").reason == "查看第三方（1号）"
    assert ask(cast.reviewer, "read_party", row.pk, {}).status_code == 404


@pytest.fixture
def archived(cast):
    """A file closed on 3 November 2026 and archived."""
    case = cases.answered(cast, cases.registered(cast), "2026-11-03")
    cases.arrives(cast, case.services.get(), "2026-11-04")
    return actions.archive(case=cases.again(case), **on(cast.clerk, "2026-11-04"))


def test_what_goes_and_what_stays_is_said_before(cast, ask, archived):
    page = text(ask(cast.signer, "erase_applicant", archived.pk))
    assert "没有办法恢复" in page
    assert "申请人的姓名" in page
    assert "年度报告里的计数" in page
    assert "1 份文书的定稿" in page
    assert ask(cast.clerk, "erase_applicant", archived.pk).status_code == 404


def test_only_the_number_of_the_file_confirms(cast, act, archived):
    wrong = act(cast.signer, "erase_applicant", archived, **ERASED, number="1号")
    assert wrong.status_code == 409
    assert "征地补偿方案" in text(wrong)
    assert cases.again(archived).applicant.sealed


def test_an_erased_file_names_nobody_and_cannot_be_erased_again(cast, ask, act, archived):
    act(cast.signer, "erase_applicant", archived, **ERASED, number=str(archived))
    case = cases.again(archived)
    assert (case.title, case.masked_name, case.applicant.sealed) == ("征地补偿方案", "", {})
    page = text(ask(cast.clerk, "case", case.pk))
    assert "个人信息已销毁" in page
    assert "查看申请人的信息" not in page
    assert ask(cast.signer, "erase_applicant", case.pk).status_code == 409


def test_a_file_that_is_fought_over_is_not_erased(cast, act, archived):
    cases.in_reconsideration(cast, archived, TODAY)
    answer = act(cast.signer, "erase_applicant", archived, **ERASED, number=str(archived))
    assert "没有审结" in text(answer)
    assert cases.again(archived).applicant.sealed


def kept(cast, months):
    """The organ keeps who asked for so many months."""
    actions.set_rules(
        agency=cast.town, number_pattern="依申请〔{year}〕{serial}号", reminder_days=[], remedies_counted="alive",
        seen_version=None, kept_months=months, **on(cast.administrator, TODAY),
    )  # fmt: skip


@pytest.mark.parametrize(("day", "due"), [("2027-11-02", 0), ("2027-11-03", 1), ("2027-11-04", 1)])
def test_files_are_listed_once_their_time_is_over(cast, archived, day, due):
    kept(cast, 12)
    assert to_erase(cast.signer, law_day(at(day))).count() == due
    lines = [item for item in waiting(cast.signer, at(day)) if "保存到期" in item.title]
    assert len(lines) == due
    assert not to_erase(cast.clerk, law_day(at(day))).exists()


def test_without_a_rule_nobody_is_asked(cast, ask, archived):
    assert not to_erase(cast.signer, law_day(at("2040-01-02"))).exists()
    assert "没有到期的" in text(ask(cast.signer, "erasures"))


def test_the_list_leads_to_the_page_that_erases(cast, ask, archived, monkeypatch):
    kept(cast, 12)
    for place in ("gongkai.common.middleware", "gongkai.casework.views.lists"):
        monkeypatch.setattr(f"{place}.current", lambda: at("2027-12-01"))
    page = text(ask(cast.signer, "erasures"))
    assert "2027-11-03" in page or "2027年11月3日" in page
    assert f"/{archived.pk}/erase-applicant/" in page
