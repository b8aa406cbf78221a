"""Finds in a sentence what it states: which row of the table of statements, which number, of which year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.annual_report.narrative.numerals import Stated, read_number
from gongkai.law.annual_report.narrative.sentences import Sentence
from gongkai.law.annual_report.narrative.statements import STATEMENTS, Context, Statement
from gongkai.law.annual_report.narrative.wording import UNITS_OF_MONEY

_ABOUT_REQUESTS = re.compile(
    r"公开的?申请|申请(?:公开)?(?:政府|政务)?信息|(?<!依)申请公开|依申请(?:公开)?(?:申请|事项|办件|件)|(?:收到|受理|办理|处理|答复|办结)[^，。；]{0,8}依申请"
)
_ABOUT_REMEDIES = re.compile(r"信息公开|依申请|公开申请")
_DOCUMENTS = re.compile(r"规章|规范性文件")
_YEAR = re.compile(r"(20\d\d)年(?!度?(?:结转|转结|预算|决算|年报|年度报告|政务公开|工作要点|要点))")
_NOT_ITS_YEAR = ("比", "较", "与", "和", "同", "至", "到", "截至", "截止", "截止到", "转", "结转")
_THE_YEAR_BEFORE = re.compile(r"(?<![比较与同和到于超])(?:去年|上一?年度?|上年同期)(?!度?(?:结转|转结)|同期|的?(?:年报|问题))")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a sentence states. ``words`` are those that state it; ``year`` is None where the sentence names none."""

    sentence: Sentence
    statement: Statement
    number: Stated
    words: str
    end: int
    year: int | None


def claims(sentence: Sentence, year: int | None) -> Iterator[Claim]:
    """What a sentence of a report of ``year`` states, row by row of the table; each number is used once."""
    used: list[tuple[int, int]] = []
    for statement in STATEMENTS:
        for match in statement.pattern.finditer(sentence.plain):
            span = match.span("n") if not statement.states_zero else _zero_span(match)
            if any(span[0] < end and start < span[1] for start, end in used):
                continue
            if not _applies(statement, sentence, match):
                continue
            used.append(span)
            number = _number(statement, match)
            if number is not None and _of_right_year(statement, match, year):
                yield Claim(sentence, statement, number, match.group().strip("，。；："), match.end(), _year_of(sentence, match, year))


def _zero_span(match: re.Match[str]) -> tuple[int, int]:
    return match.span("z" if "z" in match.re.groupindex else 0)


def _applies(statement: Statement, sentence: Sentence, match: re.Match[str]) -> bool:
    if statement.never and statement.never.search(sentence.plain):
        return False
    if statement.unless and statement.unless.search(sentence.clause_to(match.end())):
        return False
    return not statement.about or _about(statement.about, sentence, sentence.plain[: match.end()])


def _about(context: Context, sentence: Sentence, said: str) -> bool:
    """Whether the words said so far, or the heading, or where there is none the sentences before, are about that."""
    wider = (sentence.before if not sentence.topic else "") + said
    if context == "requests":
        return sentence.topic == "requests" or bool(_ABOUT_REQUESTS.search(wider))
    if context in {"remedies", "litigation"}:
        last = re.findall("复议|诉讼", wider)[-1:]
        related = sentence.topic in {"requests", "remedies"} or bool(_ABOUT_REMEDIES.search(wider))
        return related and (context == "remedies" or last == ["诉讼"])
    named = _DOCUMENTS.findall(said)
    return bool(named) and (named[-1] == "规章") == (context == "rules")


def _number(statement: Statement, match: re.Match[str]) -> Stated | None:
    if statement.states_zero:
        return read_number("0")
    number = read_number(match.group("n"))
    if number is None or statement.unit == "件":
        return number
    return number.times(UNITS_OF_MONEY[match.group("u")])


def _of_right_year(statement: Statement, match: re.Match[str], year: int | None) -> bool:
    """Whether a year named in the words is the one they must mean: 2023年结转 in the report of 2024."""
    named = match.group("y") if "y" in match.re.groupindex else None
    return named is None or (year is not None and int(named) == year + statement.of_year)


def _year_of(sentence: Sentence, match: re.Match[str], year: int | None) -> int | None:
    """The year a statement speaks of: the nearest named before it in the sentence that is not one compared with."""
    before = sentence.plain[: match.start()]
    clause = sentence.clause_to(match.end())
    if year is not None and _THE_YEAR_BEFORE.search(clause) and not re.search(r"结转|转结", clause):
        return year - 1
    for named in reversed(list(_YEAR.finditer(before))):
        if not before[: named.start()].endswith(_NOT_ITS_YEAR):
            return int(named.group(1))
    return None
