"""Wrong and unwanted words: the list that comes with the program and the organ's own."""

from collections.abc import Iterator

from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.models import OrganWord
from gongkai.publishing.wording import Mistake, places, shipped

AROUND = 12
"""Characters shown on each side."""


def found(subject: Subject) -> Iterator[Finding]:
    """Each wrong word once, with the place where it stands first."""
    rows = (*shipped(), *_own(subject))
    seen: dict[str, Finding] = {}
    for place, block, words in _lines(subject):
        for start, row in places(words, rows):
            seen.setdefault(row.wrong, _finding(row, place, block, words, start))
    yield from seen.values()


def _own(subject: Subject) -> list[Mistake]:
    rows = OrganWord.objects.filter(agency_id=subject.item.agency_id)
    return [Mistake(row.wrong, row.right, row.reason) for row in rows]


def _lines(subject: Subject) -> Iterator[tuple[str, int, str]]:
    """Place, block and words of everything written."""
    yield "标题", 0, subject.version.title
    yield "内容概述", 0, subject.version.summary
    for number, words in subject.paragraphs:
        yield f"正文第 {number} 段", number, words
    for place, words in subject.form_texts:
        yield place, 0, words


def _finding(row: Mistake, place: str, block: int, words: str, start: int) -> Finding:
    end = start + len(row.wrong)
    return Finding(
        "wording",
        place,
        words[max(0, start - AROUND) : end + AROUND],
        f"{place}写了“{row.wrong}”",
        f"{f'应写成“{row.right}”' if row.right else '建议不用'}：{row.reason}",
        mark("wording", row.wrong),
        anchor=f"#block-{block}" if block else "",
    )
