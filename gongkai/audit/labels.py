"""Words for the journal: how acts, kinds of record, fields and values are called in its sentences.

Acts have their words from the matrix, fields from their columns; an app names only what neither knows, when it starts.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from gongkai.common.permissions import act

SEALED = "sealed"
"""A value of this shape, {"sealed": …}, is personal and stands in the journal only as ciphertext."""
_LONGEST = 60
_ACTS: dict[str, str] = {}
_FIELDS: dict[tuple[str, str], str] = {}
_TYPES: dict[str, str] = {}


def name_acts(labels: Mapping[str, str]) -> None:
    """Words for acts that no matrix holds: {"files.sweep": "清理附件"}."""
    _ACTS.update(labels)


def name_fields(object_type: str, labels: Mapping[str, str]) -> None:
    """Words for keys of before and after that are no columns, by kind of record such as ``annual_reports.report``."""
    _FIELDS.update({(object_type, key): label for key, label in labels.items()})


def name_types(labels: Mapping[str, str]) -> None:
    """Words for kinds of record: {"agencies.agency": "机关"}."""
    _TYPES.update(labels)


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
    model = _model(object_type)
    try:
        return model._meta.get_field(key) if model else None
    except FieldDoesNotExist:
        return None


def field_label(object_type: str, key: str) -> str:
    """名称 for agencies.agency's name."""
    if (object_type, key) in _FIELDS:
        return _FIELDS[object_type, key]
    field = _field(object_type, key)
    return str(getattr(field, "verbose_name", key)) if field else key


def value_text(object_type: str, key: str, value: Any) -> str:
    """The value for a sentence: choices by their words, long ones cut, personal ones not at all."""
    if value is None or value in ("", [], {}):
        return "空"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Mapping) and SEALED in value:
        return "（个人信息，已加密）"
    choices = dict(getattr(_field(object_type, key), "flatchoices", None) or ())
    if isinstance(value, str) and value in choices:
        return f"“{choices[value]}”"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "、".join(choices.get(one) or field_label(object_type, one) for one in value)
    said = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"“{said if len(said) <= _LONGEST else said[:_LONGEST] + '…'}”"
