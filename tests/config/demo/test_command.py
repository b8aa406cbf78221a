"""``gongkai demo`` moves in on an empty database, is emptied only where it is alone, and touches nothing else."""

import pytest

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.models import Entry
from gongkai.config.command_line import main
from gongkai.config.demo import cast as parts
from gongkai.config.demo import story
from gongkai.config.demo.emptying import empty, holds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings, tmp_path, monkeypatch):
    """A home of its own, and a demo without its years, which test_story looks at."""
    settings.HOME, settings.WITNESS_DIR = tmp_path, tmp_path / "witness"
    monkeypatch.setattr(story, "_live_through", lambda stage, now: None)
    return tmp_path


def test_it_moves_in_and_says_who_signs_in_with_what(home, capsys):
    assert main(["demo"]) == 0
    file = home / "demo-accounts.txt"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text("utf-8") in capsys.readouterr().out
    assert holds() == "demo"


def test_a_second_time_changes_nothing(home, capsys):
    main(["demo"])
    before = (home / "demo-accounts.txt").read_bytes()
    assert main(["demo"]) == 0
    assert "已经建立" in capsys.readouterr().out
    assert (home / "demo-accounts.txt").read_bytes() == before


def test_reset_makes_it_anew_with_other_passwords(home):
    main(["demo"])
    before, entries = (home / "demo-accounts.txt").read_bytes(), Entry.objects.count()
    assert main(["demo", "--reset"]) == 0
    assert (home / "demo-accounts.txt").read_bytes() != before
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("arguments", [["demo"], ["demo", "--reset"]])
def test_a_database_with_anything_else_is_left_alone(request, capsys, arguments):
    request.getfixturevalue("cast")
    before = (User.objects.count(), Agency.objects.count())
    assert main(arguments) == 2
    assert "什么都没有改动" in capsys.readouterr().err
    assert (User.objects.count(), Agency.objects.count()) == before


@pytest.mark.parametrize("more", ["person", "organ"])
def test_a_demo_that_real_people_use_is_not_emptied(more):
    main(["demo"])
    if more == "person":
        User.objects.create_user("zhang", "口令", name="张真人")
    else:
        Agency.objects.create(code="1", name="真机关", kind="county_government", since="2020-01-01")
    assert main(["demo", "--reset"]) == 2
    with pytest.raises(RuntimeError):
        empty()
    assert User.objects.filter(username="chen").exists()


def test_triggers_guard_the_journal_again_after_a_reset():
    main(["demo"])
    main(["demo", "--reset"])
    with pytest.raises(Exception, match="append-only"):
        Entry.objects.all().delete()


def test_passwords_are_of_this_installation_alone():
    once, again = parts.new_passwords(), parts.new_passwords()
    assert len(set(once.values()) | set(again.values())) == 2 * len(parts.EVERYBODY)
