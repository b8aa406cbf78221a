"""Marks of secrecy in title, text and attachments: what bears one was not cleared for the public."""

from collections.abc import Iterator

from gongkai.paperwork.secrecy_marks import marks_in
from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject

ADVICE = "没有解密的不得公开，也不能留在这个系统里；已经解密或者误标的，去掉标志，或者写明理由"


def found(subject: Subject) -> Iterator[Finding]:
    """Each mark once in each place."""
    seen = set()
    for place, anchor, text in _texts(subject):
        for said in marks_in(text):
            if (place, said) not in seen:
                seen.add((place, said))
                yield Finding(
                    "secrecy_mark",
                    place,
                    said,
                    f"{place}标有“{said}”",
                    ADVICE,
                    mark("secrecy_mark", place, said),
                    anchor=anchor,
                )


def _texts(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Everything readers would get: where it stands, where a click leads, its words."""
    yield "标题", "", subject.version.title
    yield "内容概述", "", subject.version.summary
    for number, words in subject.paragraphs:
        yield f"正文第 {number} 段", f"#block-{number}", words
    for place, words in subject.form_texts:
        yield place, "", words
    for file in subject.files:
        if file.survey:
            yield f"附件“{file.row.title}”", "", file.survey.text
