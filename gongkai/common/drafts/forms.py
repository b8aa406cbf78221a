"""The shape of what a page sends: small, and nothing but words under names."""

import json
from dataclasses import dataclass

LARGEST = 256 * 1024
"""Bytes of one draft; the longest chapter of a report is a tenth of it."""


class Unusable(ValueError):
    """What was sent is no draft; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A draft as a page sends it; ``body`` None asks to forget it."""

    form: str
    object_key: str
    base: str
    body: dict[str, list[str]] | None


def read(raw: bytes) -> Sent:
    """What the page sent; raises Unusable."""
    if len(raw) > LARGEST:
        raise Unusable("内容太多，没有自动保存，请尽快提交")
    try:
        sent = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Unusable("没有看懂送来的内容") from error
    if not isinstance(sent, dict) or not _is_body(sent.get("body")):
        raise Unusable("没有看懂送来的内容")
    form, object_key, base = (word(sent.get(name, "")) for name in ("form", "object", "base"))
    if not form:
        raise Unusable("没有说明是哪个表单")
    return Sent(form, object_key, base[:20], sent["body"])


def word(value: object) -> str:
    """A name as forms and objects have; raises Unusable."""
    if not isinstance(value, str) or len(value) > 60 or not _storable(value):
        raise Unusable("没有看懂送来的内容")
    return value


def _is_body(body: object) -> bool:
    """A mapping of names to lists of words; or None."""
    return body is None or (
        isinstance(body, dict)
        and all(isinstance(values, list) for values in body.values())
        and all(isinstance(value, str) for values in body.values() for value in values)
        and all(_storable(word) for name, values in body.items() for word in (name, *values))
    )


def _storable(text: str) -> bool:
    """Whether a database keeps the text: PostgreSQL takes no NUL, and half a sign is in no encoding."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)
