"""The file of single sign-on is read strictly: what is unknown or wrong is said in one sentence."""

import json
import os
import subprocess
import sys

import pytest

from gongkai.config.settings.environment import BadEnvironment, Environment
from gongkai.config.settings.single_sign_on import providers_of

GOOD = {"name": "县统一认证", "server_url": "https://sso.example.test/realms/xian/", "client_id": "gongkai", "secret": "s", "match": "email"}  # fmt: skip


def read(folder, said):
    path = folder / "oidc.json"
    path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return providers_of(Environment({"GONGKAI_OIDC": str(path)}))


def test_without_a_file_there_is_none():
    assert providers_of(Environment({})) == {}


def test_one_or_several_are_read(tmp_path):
    one = read(tmp_path, GOOD)["openid_connect"]["APPS"]
    two = read(tmp_path, [GOOD, {**GOOD, "id": "second"}])["openid_connect"]["APPS"]
    assert [app["provider_id"] for app in (*one, *two)] == ["oidc", "oidc", "second"]
    assert one[0]["settings"]["server_url"] == "https://sso.example.test/realms/xian"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("{", "不是 JSON"),
        ([], "没有写任何"),
        ("3", "应为一个对象"),
        ({**GOOD, "sekret": "x"}, "不认识 sekret"),
        ({**GOOD, "secret": ""}, "缺少 secret"),
        ({**GOOD, "secret": 5}, "缺少 secret"),
        ({**GOOD, "match": "phone"}, "match 应为"),
        ({**GOOD, "id": "../x"}, "id 只用"),
        ({**GOOD, "server_url": "http://sso.example.test"}, "https 开头"),
        ({**GOOD, "server_url": "https://["}, "不是网址"),
        ({**GOOD, "server_url": "https://a.test/.well-known/x"}, "https 开头"),
        ([GOOD, GOOD], "不同的 id"),
    ],
)
def test_what_cannot_be_used_is_said(tmp_path, said, sentence):
    with pytest.raises(BadEnvironment, match=sentence):
        read(tmp_path, said)


def test_a_missing_file_stops_the_program_with_one_sentence(tmp_path):
    home = {**os.environ, "GONGKAI_HOME": str(tmp_path), "GONGKAI_OIDC": str(tmp_path / "none")}
    home.pop("DJANGO_SETTINGS_MODULE", None)
    run = subprocess.run([sys.executable, "-m", "gongkai", "manage", "check"], check=False, env=home, capture_output=True, text=True, timeout=60)  # fmt: skip
    assert run.returncode == 2
    assert "GONGKAI_OIDC" in run.stderr
    assert "Traceback" not in run.stderr
