"""Titles that no list shows in full."""

from collections.abc import Iterator

from django.urls import reverse

from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject

LONGEST_TITLE = 60
"""Characters: two lines of a list on the site, three on a phone. The house's choice; the law names no number."""


def found(subject: Subject) -> Iterator[Finding]:
    """The title, where it is too long."""
    title = subject.version.title
    if len(title) > LONGEST_TITLE:
        yield Finding(
            "long_title",
            "标题",
            title,
            f"标题有 {len(title)} 个字，超过 {LONGEST_TITLE} 个字",
            "删去机关名称以外的重复内容，细节写在正文里",
            mark(title),
            anchor=reverse("publishing:edit", args=(subject.item.pk,)) + "#id_title",
        )
