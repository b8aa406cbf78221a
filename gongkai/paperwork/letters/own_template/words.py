"""The words that go into the fields of an organ's own template, by label, each as lines."""

from collections.abc import Mapping

from gongkai.law.letters import Value
from gongkai.law.letters.filling import is_paragraphs, numbered, words_of
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.letters.letter import OfficialLetter
from gongkai.paperwork.printing.flow import printable

BODY = "正文"
ENCLOSURES = "附件"
"""Its lines have their numbers already."""
OPTIONAL = frozenset({ENCLOSURES, "联系人", "联系电话", "联系地址"})
"""Fields that may stay empty; a paragraph that held nothing else is left out."""


class TemplateFault(UnreadableReport):
    """A template cannot be filled; the message names the fields in the way."""


def lines_by_label(
    letter: OfficialLetter, known: Mapping[str, Value]
) -> dict[str, tuple[str, ...]]:
    """Lines of words for each field that has any: facts by label, and the parts of the letter as it was composed."""
    lines = {label: _written(label, value) for label, value in known.items()}
    parts = {
        BODY: letter.paragraphs,
        ENCLOSURES: letter.enclosure_lines,
        "标题": (letter.title,),
        "主送": (letter.addressee,),
        "机关名称": (letter.organ,),
        "发文字号": (letter.document_number,),
        "成文日期": (letter.day,),
    }
    lines |= {label: words for label, words in parts.items() if any(words)}
    return {label: tuple(printable(line) for line in words) for label, words in lines.items()}


def _written(label: str, value: Value) -> tuple[str, ...]:
    words = words_of(label, value)
    as_it_is = is_paragraphs(label) or label == ENCLOSURES or len(words) == 1
    return words if as_it_is else numbered(words)
