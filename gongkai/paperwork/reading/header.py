"""Who reports on which year, and when it was signed: title, organ, year and date, each None where the text is silent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.paperwork.reading.normalise import squeeze, tidy

_DIGITS = {
    digit: value
    for value, digits in enumerate(
        ("〇零○Oo０", "一", "二", "三", "四", "五", "六", "七", "八", "九")
    )
    for digit in digits
}
_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2}|二[〇零○Oo０][一二三四五六七八九〇零○Oo０]{2})(?:年|(?=政府信息公开))"
)
_TITLE = re.compile(r"政府信息公开.{0,8}(?:年度?报告?|报告)|政务公开.{0,6}年度?报告?")
_PERIOD = re.compile(
    r"(?:自|从)?(?P<year>20[0-9]{2})年1月1日(?:起)?(?:至|到|-|—|－|~)+(?P=year)年12月31日"
)
_DATE = re.compile(
    r"(?P<year>20[0-9]{2}|二[〇零○Oo０][一二三四五六七八九〇零○Oo０]{2})年"
    r"(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?"
)
_ORGAN_END = re.compile(
    r"(?:人民政府|办公室|办公厅|委员会|管委会|街道办事处|办事处|局|厅|署|院|中心|委|办|政府|处|队|站|所|会|司|部|行|社|馆|公司)$"
)
_CRUMB = re.compile(r"^(?:标题|当前位置|您的位置|首页|来源|发布时间|索引号|信息名称)[:：]?")
_NO_TITLE = re.compile(
    r"[。；，：:>＞》/]|依据|根据|按照|[一二三四五六]、|当前位置|格式|模板$|^正文$|^附件"
)
_WHOLE = 4  # a title with organ, year and 报告
LONGEST_TITLE = 60
_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head and the foot of the report; ``body_starts`` is the place in the head after the title."""

    title: str | None
    organ: str | None
    year: int | None
    signed_on: date | None
    body_starts: int


def read_header(
    head: Sequence[str], foot: Sequence[str], text: str, container_title: str
) -> Header:
    """``head``: texts before chapter one; ``foot``: the last texts; ``text``: all of it."""
    title, body_starts = _title(head)
    if title is None:
        title = _title([container_title])[0]
    year = _year(title or "") or _year_of_period(text)
    signature, signed_on = _signature(foot)
    return Header(title, _organ(title, signature), year, signed_on, body_starts)


def _title(texts: Sequence[str]) -> tuple[str | None, int]:
    """The most title-like text, of equals the last, and where it ends; a title broken over lines is joined."""
    stretches = (
        (at, at + count)
        for at in range(len(texts))
        for count in (1, 2, 3)
        if at + count <= len(texts)
    )
    candidates: list[tuple[int, int, str | None]] = [(0, 0, None)]
    for start, end in stretches:
        lines = [_CRUMB.sub("", tidy(text)) for text in texts[start:end]]
        text = tidy(" ".join(lines))
        if (len(lines) == 1 or _may_join(lines)) and is_title(text):
            candidates.append((_titleness(text), end, text))
    _, end, title = max(candidates, key=lambda candidate: candidate[:2])
    return title, end


def _may_join(lines: Sequence[str]) -> bool:
    """Whether short lines may be one title: all but the last are no title of their own."""
    plain = [squeeze(line) for line in lines]
    if any(not line or len(line) > LONGEST_TITLE or _NO_TITLE.search(line) for line in plain):
        return False
    return not any(is_title(line) and _titleness(line) == _WHOLE for line in lines)


def _titleness(text: str) -> int:
    """How much of a title a text has: the organ, the year, the word for a report."""
    plain = squeeze(text)
    return (
        2 * bool(_YEAR.search(plain)) + bool(_named(plain)) + bool(re.search(r"报告$|年报$", plain))
    )


def _named(plain: str) -> str:
    """The organ that a title names, before or after the year."""
    end = plain.find("政府信息公开") if "政府信息公开" in plain else plain.find("政务公开")
    name = (
        _YEAR.sub("", plain[: max(end, 0)])
        .removeprefix("关于")
        .removesuffix("关于")
        .removesuffix("度")
    )
    return re.sub(r"[（(][)）]?$|^[0-9]{1,3}年?", "", name)


def is_title(text: str) -> bool:
    """Whether a text may be the report's title: short, no sentence, and it says what it is."""
    plain = squeeze(text)
    if not _TITLE.search(plain) or len(plain) > LONGEST_TITLE:
        return False
    return _NO_TITLE.search(plain) is None


def is_signature(text: str) -> bool:
    """Whether a text is an organ's name or a date, as they close a report."""
    plain = squeeze(text)
    match = _DATE.search(plain)
    return _is_organ(text) or (
        match is not None and match.end() >= len(plain) - 2 and len(plain) <= 50
    )


def _year(title: str) -> int | None:
    match = _YEAR.search(squeeze(title))
    return _number(match["year"]) if match else None


def _year_of_period(text: str) -> int | None:
    match = _PERIOD.search(squeeze(text))
    return int(match["year"]) if match else None


def _number(text: str) -> int:
    """2024, 二〇二四, 十二, 三十一."""
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) == 4:
        return int("".join(str(_DIGITS[digit]) for digit in text))
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def _signature(foot: Sequence[str]) -> tuple[str | None, date | None]:
    """The organ and date that close the report."""
    for at in range(len(foot) - 1, -1, -1):
        plain = squeeze(foot[at])
        match = _DATE.search(plain)
        if not match or match.end() < len(plain) - 2 or len(plain) > 50:
            continue
        organ = plain[: match.start()] or (tidy(foot[at - 1]) if at else "")
        organ = re.sub(r"[（(]?(?:盖章|公章|印章)[)）]?", "", organ).strip("：: ")
        return (organ if _is_organ(organ) else None), _as_date(match)
    last = tidy(foot[-1]) if foot else ""
    return (last if _is_organ(last) else None), None


def _as_date(match: re.Match[str]) -> date | None:
    try:
        return date(_number(match["year"]), _number(match["month"]), _number(match["day"]))
    except (ValueError, KeyError):
        return None


def _is_organ(text: str) -> bool:
    plain = squeeze(text)
    whole = re.sub(
        r"[(][^()]{2,}[)]$", "", plain
    )  # a second name in brackets: 住房和城乡建设局（人民防空办公室）
    return (
        3 <= len(plain) <= 40
        and bool(_ORGAN_END.search(whole))
        and not re.search(r"[。，；：:0-9]", plain)
    )


def _organ(title: str | None, signature: str | None) -> str | None:
    """The fuller of the two names where one begins with the other; else the title's if it is a whole name."""
    named = _named(re.sub(r"\s", "", (title or "").translate(_FULL_WIDTH_DIGITS)))
    if signature and (not named or signature.startswith(named) or not _ORGAN_END.search(named)):
        return signature
    return named or signature
