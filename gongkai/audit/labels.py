"""Words for the journal: how acts, kinds of record, fields and values are called in its sentences.

Acts have their words from the matrix, fields from their columns; an app names only what neither knows, when it starts.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from gongkai.common.permissions import act

SEALED = "sealed"
"""A value of this shape, {"sealed": …}, is personal and stands in the journal only as ciphertext."""
NOTHING = "空"
LONGEST = 60
"""Longer texts are cut in tables of changes, and counted in sentences."""
_HASH = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ACTS: dict[str, str] = {}
_ALSO: dict[str, str] = {}
_VALUES: dict[tuple[str, str], Mapping[str, str]] = {}
_GROUPS: dict[str, Callable[[str], str]] = {}
_FIELDS: dict[tuple[str, str], str] = {}
_TYPES: dict[str, str] = {}


def name_acts(labels: Mapping[str, str]) -> None:
    """Words for acts that no matrix holds: {"files.sweep": "清理附件"}."""
    _ACTS.update(labels)


def name_fields(object_type: str, labels: Mapping[str, str]) -> None:
    """Words for keys of before and after that are no columns, by kind of record such as ``annual_reports.report``; "" for any."""
    _FIELDS.update({(object_type, key): label for key, label in labels.items()})


def name_types(labels: Mapping[str, str]) -> None:
    """Words for kinds of record: {"agencies.agency": "机关"}."""
    _TYPES.update(labels)


def name_values(object_type: str, key: str, labels: Mapping[str, str]) -> None:
    """Words for values of a key that is no column with choices: {"guide": "政府信息公开指南"}."""
    _VALUES[object_type, key] = labels


def read_also(object_type: str, columns_of: str) -> None:
    """Keys of an entry on ``object_type`` may be columns of another model: an item's are those of its version."""
    _ALSO[object_type] = columns_of


def group_fields(object_type: str, group_of: Callable[[str], str]) -> None:
    """How labels are grouped where an entry has too many to be told one by one: 表三“…” belongs to 表三."""
    _GROUPS[object_type] = group_of


def group_of(object_type: str, label: str) -> str:
    """The group of a label; the label itself where its kind of record has none."""
    return _GROUPS[object_type](label) if object_type in _GROUPS else label


def act_label(key: str) -> str:
    """修改机关资料 for agencies.edit; the key itself where nobody named it."""
    if key in _ACTS:
        return _ACTS[key]
    try:
        return act(key).label
    except KeyError:
        return key


@cache
def _model(object_type: str) -> type[models.Model] | None:
    try:
        return apps.get_model(object_type)
    except (LookupError, ValueError):
        return None


def type_label(object_type: str) -> str:
    """What kind of record it is, in words."""
    if object_type in _TYPES:
        return _TYPES[object_type]
    model = _model(object_type)
    return str(model._meta.verbose_name) if model else object_type


def _field(object_type: str, key: str) -> Any:
    for name in (object_type, _ALSO.get(object_type, "")):
        model = _model(name) if name else None
        try:
            if model:
                return model._meta.get_field(key)
        except FieldDoesNotExist:
            continue
    return None


def field_label(object_type: str, key: str) -> str:
    """名称 for agencies.agency's name."""
    if (object_type, key) in _FIELDS:
        return _FIELDS[object_type, key]
    field = _field(object_type, key)
    return str(getattr(field, "verbose_name", key)) if field else _FIELDS.get(("", key), key)


def value_text(object_type: str, key: str, value: Any) -> str:
    """The value for a sentence: choices by their words, days as people write them, long ones cut, personal ones not at all."""
    if value is None or value in ("", [], {}):
        return NOTHING
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping) and SEALED in value:
        return "（个人信息，已加密）"
    return _text(object_type, key, value)


def _text(object_type: str, key: str, value: Any) -> str:
    choices = {
        **dict(getattr(_field(object_type, key), "flatchoices", None) or ()),
        **_VALUES.get((object_type, key), {}),
    }
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "、".join(choices.get(one) or field_label(object_type, one) for one in value)
    said = choices.get(value, value) if isinstance(value, str) else _json(value)
    if _HASH.fullmatch(said):
        return f"{said[:12]}…"
    if _DAY.fullmatch(said):
        return _day(said)
    return f"“{said if len(said) <= LONGEST else said[:LONGEST] + '…'}”"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _day(said: str) -> str:
    """2025年1月9日 for 2025-01-09; anything that is no day stays as it is."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return f"“{said}”"
    return f"{day.year}年{day.month}月{day.day}日"
