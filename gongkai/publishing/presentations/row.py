"""What a form of an item other than text is: one frozen row. Pure: works on the data of a version, knows no database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Data = Mapping[str, Any]
"""What stands in ``payload["presentation"]``: JSON. Under any name ``file`` stands the token of a stored file that it shows."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why it is not fit for readers yet. ``check`` is a row of ``checks.table``: "form" what is missing or broken, so that it cannot
    be handed in; "form_words" what those who do not see or hear would miss, "form_sums" what does not add up in accounts: a reviewer
    may let them stand with a reason; "form_tables" is a reminder.
    """

    said: str
    advice: str = ""
    check: Literal["form", "form_words", "form_sums", "form_tables"] = "form"
    place: str = ""


@dataclass(frozen=True, slots=True)
class Presentation:
    """One form. ``badge`` is its word in lists; ``editor`` the name of the address of its editor, which takes the item's number.

    ``texts`` says under which names of the data people's words stand, and what a reader calls them: every string below such a name
    is searched, compared, masked and looked through by the checks. ``template`` draws it for readers from ``shown(data)``.
    """

    key: str
    label: str
    badge: str
    hint: str
    editor: str
    problems: Callable[[Data], list[Problem]]
    template: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    shown: Callable[[Data], dict[str, Any]] = dict
