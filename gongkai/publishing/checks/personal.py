"""Personal data in title, summary and text; the organ's own telephone and address are no find."""

import re
from collections.abc import Iterator

from django.urls import reverse

from gongkai.paperwork.personal_data import GRAVE, LABELS, Found, mark_of
from gongkai.paperwork.personal_data.in_html import finds_in_html
from gongkai.paperwork.personal_data.labelled import found_in
from gongkai.publishing.checks.finding import Finding
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.models import ItemVersion
from gongkai.publishing.presentations import data_of, presentation, texts_in

LINES = (
    ("title", "标题"),
    ("document_number", "发文字号"),
    ("summary", "内容概述"),
    ("obtained_from", "从哪里获取"),
)
_SEPARATORS = re.compile(r"[\s()（）-]")


def found(subject: Subject) -> Iterator[Finding]:
    """What stands in the text, each value once."""
    where: dict[str, list[tuple[str, int, Found]]] = {}
    for place, block, each in stands(subject.version):
        if not is_own(each, subject.own_contact):
            where.setdefault(mark_of(each), []).append((place, block, each))
    for key, places in where.items():
        yield _finding(subject, key, places)


def stands(version: ItemVersion) -> Iterator[tuple[str, int, Found]]:
    """Every find with its place in words and the number of its block (0: outside the text)."""
    for name, label in LINES:
        for each in found_in(getattr(version, name)):
            yield label, 0, each
    for row in version.attachments.exclude(use="original"):
        for each in found_in(row.title):
            yield "附件的名称", 0, each
    form = presentation(version.presentation)
    for place, words in texts_in(form, data_of(version)):
        for each in found_in(words):
            yield f"{form.label}，{place}", 0, each
    for stand in finds_in_html(version.body):
        yield stand.place, stand.block, stand.found


def is_own(each: Found, contact: str) -> bool:
    """Whether it is what the organ's contact page says of itself."""
    value = _SEPARATORS.sub("", each.text)
    return len(value) > 5 and value in _SEPARATORS.sub("", contact)


def check_of(kind: str) -> str:
    """The row of the table for a kind of personal data."""
    return "personal_data" if kind in GRAVE else "contact_data"


def _finding(subject: Subject, key: str, places: list[tuple[str, int, Found]]) -> Finding:
    place, block, each = places[0]
    more = f"等 {len(places)} 处" if len(places) > 1 else ""
    grave = check_of(each.kind) == "personal_data"
    advice = "遮盖后再公开" if grave else "是个人的，请遮盖；是办公用的，可以公开"
    return Finding(
        check_of(each.kind),
        place + more,
        each.text,
        f"{place}{more}有{LABELS[each.kind]}",
        advice,
        key,
        anchor=f"#block-{block}" if block else "",
        fix=reverse("publishing:mask", args=(subject.item.pk,)),
        fix_label="遮盖",
    )
