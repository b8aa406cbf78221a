"""The first run needs the code that the server shows, makes no default password, and closes for good."""

import os
import stat
import subprocess
import sys

import pytest

from gongkai.accounts.models import Post, User
from gongkai.accounts.sign_in.setup_code import code_file, forget_code, setup_code
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import site_of
from gongkai.audit.models import Entry

URL = "/account/first-run/"
PASSWORD = "自己选的口令-2026"


@pytest.fixture(autouse=True)
def _fresh_code():
    forget_code()
    yield
    forget_code()


def answers(**said):
    kept = {
        "agency_name": "青石镇人民政府", "kind": "township_government", "agency_code": "320001",
        "since": "2000-01-01", "name": "吴管理", "username": "wu",
        "password1": PASSWORD, "password2": PASSWORD,
    }  # fmt: skip
    return {**kept, "code": setup_code() or "", **said}


@pytest.mark.parametrize("path", ["/desk/", "/account/", "/account/login/", "/desk/reports/"])
def test_while_there_is_nobody_officers_pages_lead_to_the_first_run(client, db, path):
    assert client.get(path).headers["Location"] == URL


def test_it_makes_the_organ_its_site_and_its_administrator(client, db):
    assert client.post(URL, answers()).headers["Location"] == "/account/login/"
    person = User.objects.get()
    assert person.check_password(PASSWORD)
    assert str(Post.objects.get()) == "青石镇人民政府管理"
    assert (site_of().sponsor, site_of().agency) == ("青石镇人民政府", Agency.objects.get())
    assert Entry.objects.filter(act="accounts.first_run").count() == 1
    assert not code_file().exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("code", "AAAAA-AAAAA-AAAAA-AAAAA", "设置码不正确"),
        ("password2", "另一个口令-2026", "不一致"),
        ("password1", "1234567890", "数字"),
        ("username", "吴", "小写字母"),
        ("agency_code", "../../etc", "短横线"),
        ("region_code", "32", "位数字"),
        ("agency_name", "", "请填写"),
    ],
)
def test_wrong_answers_are_told_by_the_field_and_kept(client, db, field, value, said):
    both = {"password2": value} if field == "password1" else {}
    page = client.post(URL, answers(**{field: value, **both})).content.decode()
    assert said in page
    assert "吴管理" in page
    assert not User.objects.exists()


def test_without_the_code_nobody_takes_over(client, db):
    setup_code()
    client.post(URL, answers(code=""))
    assert not User.objects.exists()


def test_the_code_is_for_the_owner_of_the_files_alone(db):
    code = setup_code()
    assert code == setup_code()
    assert stat.S_IMODE(code_file().stat().st_mode) == 0o600


def test_it_closes_for_good(client, cast):
    assert client.get(URL).status_code == 410
    assert client.post(URL, answers()).status_code == 410
    assert setup_code() is None


RACE = """
import sys, django
django.setup()
from datetime import UTC, date, datetime
from gongkai.accounts.actions.first_run import FirstPerson, open_house
from gongkai.agencies.actions import AgencyFacts
from gongkai.common.refusals import Refusal
sys.stdin.readline()
facts = AgencyFacts(code=sys.argv[1], name="镇", kind="township_government", since=date(2000, 1, 1))
person = FirstPerson("wu" + sys.argv[1], "吴", "", "自己选的口令-2026")
try:
    open_house(facts=facts, sponsor="", person=person, now=datetime(2026, 11, 25, tzinfo=UTC))
except Refusal as refusal:
    print(refusal.sentence)
"""


def outside():
    """The environment without what belongs to this program."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GONGKAI_")}


@pytest.mark.own_home
def test_of_two_at_once_one_is_made(migrated, tmp_path):
    own = {"GONGKAI_HOME": str(migrated(tmp_path / "home"))}
    home = {**outside(), **own, "DJANGO_SETTINGS_MODULE": "gongkai.config.settings.local"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": home}
    runs = [subprocess.Popen([sys.executable, "-c", RACE, name], **pipes) for name in "12"]
    said = [run.communicate("go\n", timeout=60)[0] for run in runs]
    assert sorted(len(text) > 0 for text in said) == [False, True], said
    assert [run.returncode for run in runs] == [0, 0]
