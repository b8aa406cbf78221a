"""What the form of a text lacks: something missing or broken in it, or words for those who do not see or hear."""

from collections.abc import Iterator

from django.urls import reverse

from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.presentations import data_of, presentation


def found(subject: Subject) -> Iterator[Finding]:
    """Each problem that the form itself knows."""
    row = presentation(subject.version.presentation)
    for each in row.problems(data_of(subject.version)):
        yield Finding(
            each.check,
            each.place or row.label,
            "",
            each.said,
            each.advice,
            mark(each.check, row.key, each.said),
            fix=reverse(row.editor, args=(subject.item.pk,)),
            fix_label=f"编辑{row.label}",
        )
