"""Text messages: through the gateway that the setting SMS describes, or into a folder on a machine of one's own.

A gateway whose ``body`` or ``headers`` hold {key} gets the message's own number and can tell a repetition. Not here: when to send.
"""

import http.client
import json
import os
import re
import secrets
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

MOST_BYTES = 64 * 1024
_LOST_BEHIND = {502, 504}
"""What a proxy says when it does not know what became of the request."""
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


class NotSent(RuntimeError):
    """The gateway refused the message, or could not be reached: nothing went out, it may be tried again."""


class PerhapsSent(RuntimeError):
    """The gateway was reached and did not answer to the end: nobody knows whether the message went out."""


class _NoDetour(urllib.request.HTTPRedirectHandler):
    """A gateway that points elsewhere gets nothing there."""

    def redirect_request(self, *_args: Any, **_more: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoDetour)


def offered() -> bool:
    """Whether this installation sends text messages."""
    return settings.SMS["to"] != "nowhere"


def tells_repetitions() -> bool:
    """Whether the receiver is given the message's number, so that sending it again does no harm."""
    if settings.SMS["to"] != "gateway":
        return True
    return "{key}" in json.dumps([settings.SMS["body"], settings.SMS["headers"]])


def mobile(phone: str) -> str:
    """The number of a mobile telephone as eleven digits; "" where it is none."""
    digits = re.sub(r"[^0-9+]", "", unicodedata.normalize("NFKC", phone))
    plain = digits.removeprefix("+86") if digits.startswith("+86") else digits
    return plain if _MOBILE.fullmatch(plain) else ""


def send(*, phone: str, text: str, key: str) -> None:
    """Send one message; raises NotSent or PerhapsSent, neither of which names the telephone."""
    if settings.SMS["to"] == "gateway":
        _ask(settings.SMS, {"phone": phone, "text": text, "key": key})
    elif settings.SMS["to"] == "folder":
        _write(Path(settings.SMS["folder"]), key, f"{phone}\n{text}\n")
    else:
        raise NotSent("没有设置短信网关（GONGKAI_SMS）")


def _ask(gateway: Mapping[str, Any], said: Mapping[str, str]) -> None:
    """One call of the gateway; it is asked once, and not where it points to."""
    answer = _exchanged(
        _request(gateway, {**said, "secret": gateway["secret"]}), gateway["timeout"]
    )
    if gateway["accepted"] not in answer:
        raise NotSent("短信网关没有接受（回答里没有约定的字样）")


def _exchanged(request: urllib.request.Request, seconds: int) -> str:
    try:
        with _OPENER.open(request, timeout=seconds) as answer:
            return answer.read(MOST_BYTES).decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        error.close()
        kind = PerhapsSent if error.code in _LOST_BEHIND else NotSent
        raise kind(f"短信网关没有接受（HTTP {error.code}）") from None
    except urllib.error.URLError:  # raised until the request is out, not after
        raise NotSent("连接不上短信网关") from None
    except (OSError, http.client.HTTPException):
        raise PerhapsSent("短信网关没有回答完") from None


def _request(gateway: Mapping[str, Any], said: Mapping[str, str]) -> urllib.request.Request:
    body = _filled(gateway["body"], said)
    as_json = gateway["as"] == "json"
    data = json.dumps(body, ensure_ascii=False) if as_json else urlencode(body)
    kind = "application/json" if as_json else "application/x-www-form-urlencoded"
    headers = {"Content-Type": f"{kind}; charset=utf-8", **_filled(gateway["headers"], said)}
    return urllib.request.Request(gateway["url"], data.encode(), headers, method="POST")  # noqa: S310 - the settings took https alone


def _filled(template: Any, said: Mapping[str, str]) -> Any:
    """The template with {phone}, {text}, {key} and {secret} filled in, in one go: what is filled in is not read again."""
    if isinstance(template, dict):
        return {name: _filled(value, said) for name, value in template.items()}
    if isinstance(template, list):
        return [_filled(value, said) for value in template]
    if isinstance(template, str):
        return re.sub(r"\{(phone|text|key|secret)\}", lambda found: said[found[1]], template)
    return template


def _write(folder: Path, key: str, text: str) -> None:
    """One file a message, named after its key: written twice it is still one."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f".{secrets.token_hex(8)}"
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(folder / f"{re.sub(r'[^0-9A-Za-z_.-]', '-', key)}.txt")
