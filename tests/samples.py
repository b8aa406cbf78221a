"""Arguments for the addresses that have some: by the address's full name, a function of the cast that makes the record.

The record belongs to ``cast.town`` unless the test of the address says otherwise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tests.people import Cast

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}
