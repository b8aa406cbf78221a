"""Where text messages go: GONGKAI_SMS names a JSON file about the gateway; without it, the folder ``sms`` on one's own machine.

In service without a file nothing is sent, and the form does not offer it. Not here: the sending (``gongkai.common.sms``).
"""

import json
from pathlib import Path
from urllib.parse import urlsplit

from gongkai.config.settings.environment import BadEnvironment, Environment

NEEDED = ("url", "body", "accepted")
OPTIONAL = {"as": "json", "headers": {}, "secret": "", "timeout": 10}
FORMATS = ("json", "form")
LONGEST_WAIT = 60
"""Seconds; less than the outbox's lease."""
LOOPBACK = {"127.0.0.1", "localhost", "::1"}

Gateway = dict[str, object]


def sms_of(environment: Environment) -> Gateway:
    """The setting SMS: ``{"to": "gateway", …}``, ``{"to": "folder", "folder": …}``, or ``{"to": "nowhere"}``."""
    path = environment.text("SMS")
    if path:
        return _read(Path(path))
    if environment.mode == "prod":
        return {"to": "nowhere"}
    return {"to": "folder", "folder": environment.home / "sms"}


def _read(path: Path) -> Gateway:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _bad(f"文件 {path} 无法读取，或者不是 JSON") from error
    if not isinstance(said, dict):
        raise _bad("应为一个对象")
    known = (*NEEDED, *OPTIONAL)
    if unknown := sorted(set(said) - set(known)):
        raise _bad(f"不认识 {'、'.join(unknown)}；可用的有 {'、'.join(known)}")
    if missing := [key for key in NEEDED if not said.get(key)]:
        raise _bad(f"缺少 {'、'.join(missing)}")
    return {"to": "gateway", **_checked({**OPTIONAL, **said})}


def _checked(said: Gateway) -> Gateway:
    body, wait = said["body"], said["timeout"]
    if not isinstance(body, dict) or not isinstance(said["headers"], dict):
        raise _bad("body 和 headers 应为对象")
    if said["as"] not in FORMATS:
        raise _bad(f"as 应为 {'、'.join(FORMATS)} 之一")
    if said["as"] == "form" and not all(isinstance(value, str) for value in body.values()):
        raise _bad("as 为 form 时，body 里的值都应为文字")
    if not all(isinstance(value, str) for value in (*said["headers"].values(), said["secret"], said["accepted"])):  # fmt: skip
        raise _bad("headers 里的值、secret、accepted 应为文字")
    if not isinstance(wait, int) or isinstance(wait, bool) or not 1 <= wait <= LONGEST_WAIT:
        raise _bad(f"timeout 应为 1 至 {LONGEST_WAIT} 的整数（秒）")
    spelled = json.dumps(body, ensure_ascii=False)
    if "{phone}" not in spelled or "{text}" not in spelled:
        raise _bad("body 里应有 {phone} 和 {text}")
    _check_address(said["url"])
    return said


def _check_address(address: object) -> None:
    parts = urlsplit(address if isinstance(address, str) else "")
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if not safe or not parts.hostname:
        raise _bad("url 应为 https 开头的网址")


def _bad(sentence: str) -> BadEnvironment:
    return BadEnvironment(f"GONGKAI_SMS：{sentence}")
