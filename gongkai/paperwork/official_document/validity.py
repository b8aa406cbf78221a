"""From when to when a text says that it applies: 自…起施行, 有效期至…, 有效期5年."""

import re
from collections.abc import Sequence
from datetime import date

from gongkai.paperwork.official_document.days import DAY, after, day_of, number_of
from gongkai.paperwork.official_document.guesses import Guess
from gongkai.paperwork.official_document.lines import Line

_APPLIES = r"(?:正式)?(?:施行|实施|执行|生效)"
_FROM_DAY = re.compile(rf"自(?P<day>{DAY})(?:起|开始)(?:正式)?(?:施行|实施|执行|生效)")
_FROM_ISSUE = re.compile(
    rf"自(?:本(?:通知|意见|办法|规定)?)?(?:印发|发布|公布|发文|下发)之日起{_APPLIES}"
)
_UNTIL = re.compile(
    rf"(?:有效期(?:限)?(?:至|到|截至)|有效期(?:限)?[:：]|{_APPLIES}(?:至|到)|[，,](?:有效期)?至)(?P<day>{DAY})"
)
_SPAN = re.compile(
    r"有效期(?:限)?为?(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>年|个月)"
)
LONGEST_QUOTE = 80


def effective_on(lines: Sequence[Line], made_on: date | None) -> Guess[date] | None:
    """The first day on which the text applies."""
    for line in lines:
        found = _FROM_DAY.search(line.close)
        if found and (day := day_of(found["day"])):
            return Guess(day, _quoted(line, found))
    for line in lines:
        found = _FROM_ISSUE.search(line.close)
        if found and made_on:
            return Guess(
                made_on, _quoted(line, found), "按成文日期推算，印发、公布另有日期的请改正"
            )
    return None


def ends_on(lines: Sequence[Line], start: date | None) -> Guess[date] | None:
    """The last day on which it applies, named or counted from the first."""
    for line in lines:
        found = _UNTIL.search(line.close)
        if found and (day := day_of(found["day"])):
            return Guess(day, _quoted(line, found))
        span = _SPAN.search(line.close)
        if span and start:
            return _counted(line, span, start)
    return None


def _counted(line: Line, span: re.Match[str], start: date) -> Guess[date] | None:
    try:
        count = number_of(span["count"])
    except ValueError:
        return None
    end = after(start, **{"years" if span["unit"] == "年" else "months": count})
    return Guess(end, _quoted(line, span), f"从施行之日起算{count}{span['unit']}")


def _quoted(line: Line, found: re.Match[str]) -> str:
    """The sentence around what was found."""
    text = line.close
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；") + 1
    ends = [at for mark in "。；" if (at := text.find(mark, found.end())) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    return sentence if len(sentence) <= LONGEST_QUOTE else f"{found.group()}…"
