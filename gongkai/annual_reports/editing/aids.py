"""What stands beside a chapter in the editor to help with it: fields to insert, a drafted text, last year's text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gongkai.annual_reports.editing.comparison import alike, near_copy
from gongkai.annual_reports.editing.insertable import InsertableGroup, insertable
from gongkai.annual_reports.editing.saying import Beside
from gongkai.annual_reports.editing.segments import ShownParagraph, shown_paragraphs
from gongkai.annual_reports.editing.typed import TEXTS
from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.fields import filled


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's text of a chapter, how alike this year's is in percent (None where there is none yet), and whether it is a near copy."""

    paragraphs: tuple[ShownParagraph, ...]
    alike: int | None
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Aid:
    """The help beside one chapter. ``draft`` is empty unless drafts were asked for."""

    groups: tuple[InsertableGroup, ...] = ()
    draft: tuple[ShownParagraph, ...] = ()
    last_year: LastYear | None = None


def aids(written: AnnualReport, beside: Beside, drafts: Mapping[str, str]) -> dict[str, Aid]:
    """By chapter, what stands beside it."""
    groups = insertable(written, beside.counts)
    proposed = replace(written, chapters=drafts)
    return {
        key: Aid(
            groups.get(key, ()),
            tuple(shown_paragraphs(proposed, key, beside.counts, ())),
            _last_year(written, beside, key),
        )
        for key in TEXTS
    }


def _last_year(written: AnnualReport, beside: Beside, key: str) -> LastYear | None:
    last = beside.previous
    if last is None or not last.chapters.get(key, "").strip():
        return None
    new = filled(written.chapters.get(key, ""), written.figures, beside.counts)
    percent = alike(new, last.chapters[key])
    is_copy = near_copy(key, new, last.chapters[key]) is not None
    return LastYear(tuple(shown_paragraphs(last, key, None, ())), percent, is_copy)
