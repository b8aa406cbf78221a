"""The county: its organs with their reports of several years, every one of them lawful."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.county_reports.figures import Figures, added, years_of
from bench.county_reports.organs import Organ, organs
from bench.county_reports.texts import Writer
from bench.county_reports.values import Value, values_of
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport

YEARS = (2022, 2023, 2024)


@dataclass(frozen=True, slots=True)
class Written:
    """One report, with what its text was written from: who, in which style, by which chance, and which figures it names."""

    organ: Organ
    style: int
    seed: str
    report: AnnualReport
    charged: int
    stated: frozenset[str]

    def rewritten(
        self, figures: Figures | None = None, said: Mapping[str, Value] | None = None
    ) -> "Written":
        """The same report of other figures, or with a text that states other values than its figures."""
        figures = dict(self.report.figures) if figures is None else figures
        made = written(
            self.organ, self.style, self.seed, self.report.year or 0, figures, said or {}
        )
        return replace(made, report=replace(made.report, signed_on=self.report.signed_on))


@dataclass(frozen=True, slots=True)
class County:
    """The reports by the place of their organ and by year."""

    organs: tuple[Organ, ...]
    reports: Mapping[tuple[int, int], Written]

    def __iter__(self) -> Iterator[tuple[AnnualReport, AnnualReport | None]]:
        """Each report with last year's, as far as the county has it."""
        for (place, year), made in self.reports.items():
            last_year = self.reports.get((place, year - 1))
            yield made.report, last_year.report if last_year else None


def county(seed: int, number: int = 100, years: Sequence[int] = YEARS) -> County:
    """A county of so many organs; its government's figures are those of all the others."""
    chance = random.Random(seed)
    found = tuple(organs(chance, number))
    figures = [years_of(chance, organ, len(years)) for organ in found]
    figures[0] = [added([of[place] for of in figures[1:]]) for place in range(len(years))]
    reports = {}
    for place, organ in enumerate(found):
        style = chance.randrange(1000)
        for year, known in zip(years, figures[place], strict=True):
            reports[place, year] = written(organ, style, f"{seed} {place} {year}", year, known, {})
    return County(found, reports)


def written(
    organ: Organ, style: int, seed: str, year: int, figures: Figures, said: Mapping[str, Value]
) -> Written:
    """A report of these figures; ``said`` replaces values in its text alone."""
    chance = random.Random(seed)
    charged = _charged(chance, figures)
    values = {**values_of(figures), "charged": charged, **said}
    writer = Writer(organ, style, year, values, chance)
    chapters = writer.chapters()
    report = AnnualReport(
        "2021", figures,
        title=f"{organ.name}{year}年政府信息公开工作年度报告", organ=organ.name, year=year,
        signed_on=date(year + 1, 1, 5) + timedelta(days=chance.randrange(25)),
        chapters=chapters, outline=tuple(chapter.key for chapter in CHAPTERS),
    )  # fmt: skip
    return Written(organ, style, seed, report, charged, frozenset(writer.stated))


def _charged(chance: random.Random, figures: Figures) -> int:
    """信息处理费 in yuan: seldom any, and never more than all fees of 表二."""
    charged = chance.choice((100, 280, 380, 1200))
    most = (figures["proactive.administrative_fees_wan_yuan"] or 0) * 10_000
    return charged if chance.random() < 0.1 and charged <= most else 0
