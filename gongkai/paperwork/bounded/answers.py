"""Unpickles what a child sends back, and nothing that could act.

The child reads hostile files with libraries written in C, so what it says is not trusted further than its values.
"""

import dataclasses
import importlib
import pickle
from io import BytesIO
from typing import Any

from gongkai.paperwork.bounded.worker import Reply

_PACKAGE = __name__.partition(".")[0]
_PLAIN = frozenset({("datetime", "date"), ("decimal", "Decimal")})


def load_reply(payload: bytearray) -> Reply:
    """The reply in a child's pickle; raises UnpicklingError if it holds more than values."""
    return Reply(*_Values(BytesIO(payload)).load())


def of_this_package(module: str, name: str) -> Any:
    """The object of that name in a module of this package, else None."""
    if module.partition(".")[0] != _PACKAGE:
        return None
    return getattr(importlib.import_module(module), name, None)


class _Values(pickle.Unpickler):
    """Plain values and dataclasses of this package."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = of_this_package(module, name)
        if isinstance(found, type) and dataclasses.is_dataclass(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} 不是可以传回的值")
