"""``gongkai simulate year``: what it refuses, in one sentence and without a trace, and what it says when it is done."""

from datetime import date

import pytest

from gongkai.accounts.models import Post
from gongkai.agencies.models import LetterFacts
from gongkai.audit.models import Entry
from gongkai.casework.models import Case
from gongkai.common.refusals import Refusal
from gongkai.config.command_line import main
from gongkai.config.demo import story
from gongkai.config.simulation import playing
from gongkai.config.simulation.plan import Plan
from gongkai.config.simulation.year import year_of

pytestmark = pytest.mark.django_db
YEAR = ["simulate", "year", "--organ", "DEMO-TOWN", "--year", "2025", "--seed", "3"]


@pytest.fixture(autouse=True)
def short(settings, tmp_path, monkeypatch):
    """A demo without its years, and of the simulated year the first weeks only."""
    settings.HOME, settings.WITNESS_DIR = tmp_path, tmp_path / "witness"
    monkeypatch.setattr(story, "_live_through", lambda stage, now: None)
    monkeypatch.setattr(playing, "year_of", first_weeks)


def first_weeks(year: int, seed: int) -> Plan:
    """What begins in the last days of the year before."""
    whole, until = year_of(year, seed), date(year - 1, 12, 20)
    return Plan([deed for deed in whole.deeds if deed.day < until], [])


@pytest.fixture
def demo(capsys):
    """A demo to play in."""
    main(["demo"])
    capsys.readouterr()


def changed(*, options: dict[str, str]) -> list[str]:
    """The command with other options."""
    given = list(YEAR)
    for name, value in options.items():
        given[given.index(f"--{name}") + 1] = value
    return given


def test_it_plays_says_each_month_and_counts_what_it_did(demo, capsys):
    assert main(YEAR) == 0
    said = capsys.readouterr()
    assert "2024年9月" in said.err
    assert "演示镇人民政府 2025 年模拟完毕" in said.out
    assert "发布信息　" in said.out


def test_a_second_time_is_refused(demo, capsys):
    main(YEAR)
    entries = Entry.objects.count()
    assert main(changed(options={"seed": "4"})) == 2
    assert "已经模拟过" in capsys.readouterr().err
    assert Entry.objects.count() == entries


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"organ": "NOWHERE"}, "没有代码为 NOWHERE 的机关"),
        ({"year": "2022"}, "只能模拟 2023 年到"),
        ({"year": "2099"}, "不能模拟 2099 年"),
    ],
)
def test_what_cannot_be_played_is_said_in_one_sentence(demo, capsys, options, words):
    assert main(changed(options=options)) == 2
    assert words in capsys.readouterr().err
    assert not Case.objects.exists()


def test_posts_that_nobody_holds_are_named(demo, capsys):
    Post.objects.filter(role__in=("reviewer", "signer"), agency__code="DEMO-TOWN").delete()
    assert main(YEAR) == 2
    assert "没有审核、签发岗位的人" in capsys.readouterr().err


def test_an_organ_whose_letters_would_be_blocked_is_told_why(demo, capsys):
    assert main(changed(options={"organ": "DEMO-COUNTY"})) == 2
    assert "机关树里没有演示县人民政府的上一级人民政府" in capsys.readouterr().err
    LetterFacts.objects.filter(agency__code="DEMO-TOWN").update(payment_way="")
    assert main(YEAR) == 2
    assert "信息处理费怎样缴纳" in capsys.readouterr().err


def test_outside_a_demo_nothing_is_simulated(request, capsys):
    request.getfixturevalue("cast")
    assert main(changed(options={"organ": "320001"})) == 2
    assert "只能在演示数据里模拟" in capsys.readouterr().err


def test_what_is_refused_ends_the_command_and_leaves_no_trace(demo, capsys, monkeypatch):
    def refuse(house, now):
        raise Refusal("不能这样办")

    plan = first_weeks(2025, 3)
    plan.at(date(2024, 12, 20), 9, "答复", refuse)
    monkeypatch.setattr(playing, "year_of", lambda year, seed: plan)
    assert main(YEAR) == 1
    assert "2024-12-20 答复没有办成：不能这样办" in capsys.readouterr().err
    assert not Case.objects.exists()
