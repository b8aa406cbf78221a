"""The file of the text message gateway is read strictly: what is unknown or wrong is said in one sentence."""

import json

import pytest

from gongkai.config.settings.environment import BadEnvironment, Environment
from gongkai.config.settings.sms_gateway import sms_of

GOOD = {"url": "https://sms.example.test/send", "body": {"to": "{phone}", "say": "{text}"}, "accepted": "ok"}  # fmt: skip


def read(folder, said):
    path = folder / "sms.json"
    path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return sms_of(Environment({"GONGKAI_SMS": str(path)}))


def test_without_a_file_messages_lie_in_a_folder_or_are_not_sent():
    assert sms_of(Environment({"GONGKAI_HOME": "/h"}))["to"] == "folder"
    assert sms_of(Environment({"GONGKAI_MODE": "prod", "GONGKAI_HOSTS": "x"})) == {"to": "nowhere"}


def test_a_file_says_all_that_is_needed(tmp_path):
    said = read(tmp_path, GOOD)
    assert (said["to"], said["as"], said["timeout"], said["headers"]) == ("gateway", "json", 10, {})


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("{", "不是 JSON"),
        ("[]", "应为一个对象"),
        ({**GOOD, "uri": "x"}, "不认识 uri"),
        ({**GOOD, "accepted": ""}, "缺少 accepted"),
        ({**GOOD, "accepted": 0}, "缺少 accepted"),
        ({**GOOD, "body": "x"}, "应为对象"),
        ({**GOOD, "body": {"to": "{phone}"}}, "{text}"),
        ({**GOOD, "headers": {"x": 1}}, "应为文字"),
        ({**GOOD, "as": "xml"}, "as 应为"),
        ({**GOOD, "as": "form", "body": {"p": ["{phone}{text}"]}}, "都应为文字"),
        ({**GOOD, "timeout": 0}, "timeout"),
        ({**GOOD, "timeout": True}, "timeout"),
        ({**GOOD, "url": "http://sms.example.test/"}, "https"),
        ({**GOOD, "url": 3}, "https"),
    ],
)
def test_what_is_wrong_stops_the_start(tmp_path, said, sentence):
    with pytest.raises(BadEnvironment, match="GONGKAI_SMS") as raised:
        read(tmp_path, said)
    assert sentence in str(raised.value)
