"""Dates and numbers of a text that contradict each other."""

import re
from collections.abc import Iterator

from django.urls import reverse

from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject

_YEAR = re.compile(r"[〔\[(（【]((?:19|20)[0-9]{2})[〕\])）】]")
_SIGNED = re.compile(r"((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")


def found(subject: Subject) -> Iterator[Finding]:
    """Each contradiction."""
    edit = reverse("publishing:edit", args=(subject.item.pk,))
    for field, evidence, message in _contradictions(subject):
        yield Finding(
            "dates",
            "信息要素",
            evidence,
            message,
            "核对原文，改正写错的一个",
            mark(field, evidence),
            anchor=f"{edit}#id_{field}",
        )


def _contradictions(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Field, evidence, message."""
    version, day = subject.version, subject.day
    made, starts, ends = version.made_on, version.effective_on, version.ends_on
    if made and made > day:
        yield "made_on", f"{made}", "成文日期在今天之后"
    if made and starts and starts < made:
        yield "effective_on", f"成文 {made}，施行 {starts}", "施行日期早于成文日期"
    if made and ends and ends < made:
        yield "ends_on", f"成文 {made}，有效期至 {ends}", "“有效期至”早于成文日期"
    if ends and made and made <= ends < day:
        yield "ends_on", f"有效期至 {ends}", "公开时已经过了有效期"
    if version.reassess_on and version.reassess_on < day:
        yield "reassess_on", f"{version.reassess_on}", "定期评估的日期已经过去"
    yield from _against_text(subject)


def _against_text(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """The date made against the document's number and the date under the text."""
    version = subject.version
    if not version.made_on:
        return
    year = _YEAR.search(version.document_number)
    if year and int(year[1]) != version.made_on.year:
        evidence = f"{version.document_number}，成文 {version.made_on}"
        yield "document_number", evidence, "文号里的年份与成文日期不是同一年"
    last = [words for _, words in subject.paragraphs[-4:] if _SIGNED.fullmatch(words)]
    if last:
        signed = "-".join(part.zfill(2) for part in _SIGNED.fullmatch(last[-1]).groups())  # type: ignore[union-attr]
        if signed != f"{version.made_on}":
            yield (
                "made_on",
                f"落款 {last[-1]}，成文 {version.made_on}",
                "落款的日期与成文日期不一致",
            )
