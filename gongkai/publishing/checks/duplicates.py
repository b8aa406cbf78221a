"""The same text published before: by title, by document number, or nearly the same words under another title."""

import re
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.urls import reverse
from rapidfuzz import fuzz

from gongkai.paperwork.clean_html import plain
from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.models import Item

NEAR = 93
"""Of 100: how alike two texts must be to count as one. A form filled in twice with other names stays below."""
SHORTEST = 120
MOST_COMPARED = 60
_COMPARED = 4_000
_BLANKS = re.compile(r"\s+")


def found(subject: Subject) -> Iterator[Finding]:
    """Each published item that this one repeats, for one reason each."""
    if subject.item.is_elsewhere:
        return
    told: set[int] = set()
    for item, why in (*_same(subject), *_alike(subject)):
        if item.pk not in told:
            told.add(item.pk)
            yield Finding(
                "duplicate",
                "全文",
                item.published.title,
                f"{why}：《{item.published.title}》",
                "是同一份文件的，改那一条（“修订”）；不是的，在标题里写明区别",
                mark(item.pk, why),
                anchor=reverse("publishing:item", args=(item.pk,)),
            )


def _others(subject: Subject) -> QuerySet[Item]:
    """The organ's other public items."""
    rows = Item.objects.filter(agency_id=subject.item.agency_id, published__isnull=False)
    return rows.exclude(pk=subject.item.pk).exclude(source_type__gt="").select_related("published")


def _same(subject: Subject) -> Iterator[tuple[Item, str]]:
    version = subject.version
    same = Q(published__title=version.title)
    if version.document_number:
        same |= Q(published__document_number=version.document_number)
    for item in _others(subject).filter(same)[:MOST_COMPARED]:
        number = version.document_number and item.published.document_number == version.document_number  # fmt: skip
        yield item, "发文字号相同" if number else "标题相同"


def _alike(subject: Subject) -> Iterator[tuple[Item, str]]:
    """Texts of nearly the same length and words."""
    words, size = _even(subject.words), len(subject.version.body)
    if len(words) < SHORTEST:
        return
    near = _others(subject).annotate(size=Length("published__body"))
    near = near.filter(size__range=(size * 0.9, size * 1.1)).order_by("-published__published_at")
    for item in near[:MOST_COMPARED]:
        if fuzz.ratio(words, _even(plain(item.published.body)), score_cutoff=NEAR):
            yield item, "正文几乎相同"


def _even(text: str) -> str:
    return _BLANKS.sub("", text)[:_COMPARED]
