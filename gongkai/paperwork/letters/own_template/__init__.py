"""An organ's own letters by upload: a Word file with ``{{ 字段 }}`` in its text, filled with words and nothing else.

No programming in a template: what stands between the braces is a label of ``gongkai.law.letters.FIELDS`` or an error that is told.
"""

from collections.abc import Mapping

from gongkai.law.letters import Value
from gongkai.law.letters.fields import by_label
from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.letters.letter import OfficialLetter
from gongkai.paperwork.letters.own_template.survey import Survey
from gongkai.paperwork.letters.own_template.words import TemplateFault, lines_by_label

__all__ = ["Survey", "TemplateFault", "fill_template", "survey_template"]

SECONDS = 20.0
MEMORY_MIB = 1_024
_ROOM = "gongkai.paperwork.letters.own_template.doors"


def survey_template(data: bytes, name: str) -> Survey:
    """What fields an uploaded template has and what is wrong with it, read in a child process.

    Raises UnreadableReport (HostileFile for macros and what fetches or runs something) with one sentence that says why.
    """
    found: Survey = bounded_call(
        f"{_ROOM}:surveyed", data, name, seconds=SECONDS, memory_mib=MEMORY_MIB
    )
    return found


def fill_template(data: bytes, letter: OfficialLetter, facts: Mapping[str, Value]) -> bytes:
    """The template filled from a composed letter (its 正文, 附件 …) and from facts by key.

    Raises TemplateFault naming each field in the way, UnreadableReport for a template that may not be used.
    """
    lines = lines_by_label(letter, by_label(facts))
    filled: bytes = bounded_call(
        f"{_ROOM}:filled", data, lines, seconds=SECONDS, memory_mib=MEMORY_MIB
    )
    return filled
