"""Errors in the text, the head and the order of a report, and how each is planted."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bench.county_reports import wordings
from bench.county_reports.county import Written
from bench.county_reports.errors import Plant, Planting
from bench.county_reports.values import CELLS, Value, other_readings, values_of
from gongkai.law.annual_report.form import REQUEST_COLUMNS
from gongkai.law.annual_report.report import AnnualReport

_OVERVIEW = "chapters.overview"


def _misstated(made: Written, said: Mapping[str, Value]) -> Planting:
    """A text that states other values than the tables hold."""
    cells = tuple(cell for name in said for cell in CELLS.get(name, ()))
    return made.rewritten(said=said).report, (*cells, _OVERVIEW)


def wrong_number(chance: random.Random, made: Written) -> Planting | None:
    """One figure of the text differs from its cells, and is no other sum that the words could mean."""
    figures = dict(made.report.figures)
    values = values_of(figures)
    names = sorted(made.stated - {"fees"})
    if not names:
        return None
    name = chance.choice(names)
    wrong = values[name] + chance.choice((1, 2, 3, 10, 20))
    while wrong in other_readings(name, figures):
        wrong += 1
    return _misstated(made, {name: wrong})


def wrong_money(chance: random.Random, made: Written) -> Planting | None:
    """The fees of the text differ from those of 表二."""
    fees = made.report.figures["proactive.administrative_fees_wan_yuan"] or 0
    return _misstated(made, {"fees": fees + chance.randint(1, 9)}) if fees else None


def denied(*names: str) -> Plant:
    """The text says that there was none of what the tables count."""

    def plant(_chance: random.Random, made: Written) -> Planting | None:
        values = values_of(dict(made.report.figures))
        return _misstated(made, dict.fromkeys(names, 0)) if values[names[0]] else None

    return plant


def _with(report: AnnualReport, **chapters: str) -> AnnualReport:
    return replace(report, chapters={**report.chapters, **chapters})


def added_sentence(chapter: str, words: str) -> Plant:
    """A sentence too many at the end of a chapter. In braces: the year, the year before, what was received."""

    def plant(_chance: random.Random, made: Written) -> Planting | None:
        received, year = made.report.figures["requests.received.total"], made.report.year or 0
        if "{received}" in words and not received:
            return None
        said = words.format(y=year, before=year - 1, received=received)
        places = (
            (f"chapters.{chapter}", *CELLS["received"])
            if "{received}" in words
            else (f"chapters.{chapter}",)
        )
        return _with(made.report, **{chapter: f"{made.report.chapters[chapter]}\n{said}"}), places

    return plant


def too_much_charged(_chance: random.Random, made: Written) -> Planting | None:
    """More 信息处理费 in chapter six than all fees of 表二."""
    if made.report.figures["requests.other_fee_lapsed.total"]:
        return None
    fees = made.report.figures["proactive.administrative_fees_wan_yuan"] or 0
    report = made.rewritten(said={"charged": int(fees * 10_000) + 500}).report
    return report, ("chapters.other", *CELLS["fees"])


def lapsed_without_notice(_chance: random.Random, made: Written) -> Planting | None:
    """Requests that lapsed for want of a fee, and a chapter six that knows of no notice."""
    if not made.report.figures["requests.other_fee_lapsed.total"]:
        return None
    report = _with(made.report, other="本年度没有发出收费通知，未收取信息处理费。")
    return report, ("chapters.other", "requests.other_fee_lapsed.total")


def silent(_chance: random.Random, made: Written) -> Planting:
    """A chapter one of one sentence."""
    return _with(
        made.report, overview=wordings.GREETING[1].format(y=made.report.year, we="本机关")
    ), (_OVERVIEW,)


def silent_government(_chance: random.Random, made: Written) -> Planting | None:
    """A government that says nothing of 工作考核, 社会评议 and 责任追究."""
    if made.organ.kind == "county_department":
        return None
    before = made.report.chapters["overview"].rpartition("（五）")[0]
    return _with(made.report, overview=before + "（五）监督保障\n监督保障有力。"), (_OVERVIEW,)


def missing_chapter(chapter: str) -> Plant:
    """A chapter that is not there, or of which the heading is not there."""

    def plant(_chance: random.Random, made: Written) -> Planting:
        report = made.report
        left = {key: text for key, text in report.chapters.items() if key != chapter}
        outline = tuple(key for key in report.outline or () if key != chapter)
        return replace(report, chapters=left, outline=outline), (
            f"chapters.{chapter}",
            *_stated_in(made, chapter),
        )

    return plant


def _stated_in(made: Written, chapter: str) -> tuple[str, ...]:
    return (
        tuple(cell for name in made.stated for cell in CELLS[name]) if chapter == "overview" else ()
    )


def empty_chapter(_chance: random.Random, made: Written) -> Planting:
    """A heading with nothing under it."""
    return _with(made.report, problems=" "), ("chapters.problems",)


def out_of_order(_chance: random.Random, made: Written) -> Planting:
    """Chapters five and six the other way round."""
    outline = made.report.outline or ()
    return replace(made.report, outline=(*outline[:-2], *reversed(outline[-2:]))), ("chapters",)


def heading_twice(_chance: random.Random, made: Written) -> Planting:
    """The heading of chapter four printed twice."""
    outline = made.report.outline or ()
    return replace(made.report, outline=(*outline[:4], *outline[3:])), ("chapters.remedies",)


def undated(_chance: random.Random, made: Written) -> Planting:
    """No day under the report."""
    return replace(made.report, signed_on=None), ("signed_on",)


def dated_early(_chance: random.Random, made: Written) -> Planting:
    """Signed before the year was over."""
    return replace(made.report, signed_on=date(made.report.year or 0, 12, 20)), ("signed_on",)


def title_of_last_year(_chance: random.Random, made: Written) -> Planting:
    """The title of last year's report left as it was."""
    year = made.report.year or 0
    return replace(
        made.report, title=(made.report.title or "").replace(str(year), str(year - 1))
    ), ("title",)


def undivided(_chance: random.Random, made: Written) -> Planting:
    """（六）其他处理 in one row, as the form of 2019 had it."""
    parts = ("other_clarification_lapsed", "other_fee_lapsed", "other_miscellaneous")
    figures = dict(made.report.figures)
    for column in REQUEST_COLUMNS:
        lost = [figures.pop(f"requests.{part}.{column.key}") or 0 for part in parts]
        figures[f"requests.other_undivided.{column.key}"] = sum(lost, start=0)
    return replace(made.report, figures=figures), ("requests.other_undivided",)
