"""What was doubtful when a text was brought over from an old website: whoever reviews and signs it sees it too."""

from collections.abc import Iterator

from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.models import BatchRow
from gongkai.publishing.shown_since import is_brought_over


def found(subject: Subject) -> Iterator[Finding]:
    """Each doubt of the line that brought the text."""
    if not is_brought_over(subject.item, subject.version):
        return
    rows = BatchRow.objects.filter(item=subject.item, batch__source="old_site")
    row = rows.order_by("-pk").first()
    for doubt in row.doubts if row else ():
        yield Finding(
            "old_site",
            "旧网站",
            row.entry["addresses"][0],
            doubt,
            "对照旧网页核对，不对的改正",
            mark("old_site", doubt),
        )
