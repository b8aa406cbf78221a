"""What stands beside the text: the line on disclosure (此件公开发布) and the attachments that the text names."""

import re
from collections.abc import Iterator, Sequence

from gongkai.paperwork.official_document.guesses import Guess
from gongkai.paperwork.official_document.lines import Line

_KEYS = (
    ("withheld", re.compile(r"不予公开|不公开|不宜公开")),
    ("on_request", re.compile(r"依申请公开")),
    ("proactive", re.compile(r"主动公开|公开发布|公开")),
)
_SAID = r"(?:主动公开|公开发布|依申请公开|不予公开|不公开|不宜公开)"
_LINE = re.compile(rf"[（(]?(?:此件|本件)?{_SAID}[）)]?[。]?")
_LABELLED = re.compile(
    r"[（(]?(?:信息)?公开(?:属性|方式|选项|类别|类型|形式)[:：](?P<said>.+?)[）)]?"
)
_TICKED = re.compile(r"[☑√■✓✔☒●]\s*(?P<said>主动公开|依申请公开|不予公开|不公开)")
_BEGINNING = re.compile(r"附件?[：:](?P<first>.*)")
_NUMBERED = re.compile(r"(?:附件)?[0-9]{1,2}[.．、](?P<name>.+)")
_SPLIT = re.compile(r"(?:^|(?<=[^0-9]))(?=[0-9]{1,2}[.．、][^0-9])")
MOST_ATTACHMENTS = 50


def attribute_of(lines: Sequence[Line]) -> Guess[str] | None:
    """The disclosure attribute that the text was given, by a line of its own or a ticked box; the last one counts."""
    for line in reversed(lines):
        said = _attribute_words(line)
        key = next((key for key, pattern in _KEYS if said and pattern.search(said)), None)
        if key:
            return Guess(key, line.text)
    return None


def _attribute_words(line: Line) -> str:
    if labelled := _LABELLED.fullmatch(line.close):
        ticked = _TICKED.findall(line.text)
        if ticked or "□" in line.text:
            return ticked[0] if len(ticked) == 1 else ""
        return labelled["said"] if re.fullmatch(_SAID, labelled["said"]) else ""
    return line.close if _LINE.fullmatch(line.close) else ""


def attachments_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names of the attachments, as the list under the text gives them."""
    start = next((at for at, line in enumerate(lines) if _BEGINNING.match(line.close)), None)
    if start is None:
        return ()
    return tuple(_names(lines[start : start + MOST_ATTACHMENTS]))


def _names(lines: Sequence[Line]) -> Iterator[str]:
    first = _BEGINNING.match(lines[0].text.replace("附 件", "附件"))
    words = first["first"].strip() if first else ""
    for part in _SPLIT.split(words):
        found = _NUMBERED.fullmatch(part.strip())
        if part.strip():
            yield _name(found["name"] if found else part)
    for line in lines[1:]:
        found = _NUMBERED.fullmatch(line.text)
        if found is None and line.tag not in {"ol", "ul"}:
            return
        yield _name(found["name"] if found else line.text)


def _name(words: str) -> str:
    """A name without its full stop."""
    return words.strip().rstrip("。；;")
