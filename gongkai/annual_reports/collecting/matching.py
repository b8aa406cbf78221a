"""Whose report a file is: by the names in force that year, in full or short, by the social credit code, by what the file is called.

What fits two organs fits none: a person chooses among them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import PurePosixPath

from django.db.models import Q

from gongkai.agencies.models import Agency, AgencyName
from gongkai.annual_reports.collecting.organs import members
from gongkai.law.annual_report import AnnualReport

_SPACE = re.compile(r"\s+")
_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_AFTER_ORGAN = re.compile(r"(?:19|20)\d\d|[（(〔《]|关于|政府信息公开|信息公开|年度报告|年报")
_BEFORE_ORGAN = re.compile(r"^[\d\s._、—()（）第号-]+")
_ENDINGS = {"人民政府": "", "街道办事处": "街道"}
"""How the end of a name is shortened."""
SHORTEST = 2
"""Signs that a name must have to be looked for inside other text."""


@dataclass(frozen=True, slots=True)
class Known:
    """One organ with everything it is called; ``full`` are the names that say of which county."""

    organ: Agency
    names: frozenset[str]
    full: frozenset[str]
    code: str

    def fits(self, text: str) -> int:
        """How many signs of the text are its name: all of it, or a full name at its end; 0 for none."""
        if text in self.names:
            return len(text)
        return max((len(name) for name in self.full if text.endswith(name)), default=0)

    def stands_in(self, text: str) -> int:
        """How many signs its longest name has that stands somewhere in the text."""
        return max((len(name) for name in self.names if name in text), default=0)


@dataclass(frozen=True, slots=True)
class Match:
    """The organ, where it is certain; else those it may be, and why it is not certain, for people."""

    organ: Agency | None
    candidates: tuple[Agency, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The organs of a collection, looked up once for a whole batch."""

    collector: Agency
    known: tuple[Known, ...]

    @classmethod
    def of(cls, collector: Agency, year: int) -> "Roster":
        """The organs that hand in, under every name they had from the year's first day to the next year's last."""
        organs = [member.agency for member in members(collector, year)]
        spans = Q(since__lte=date(year + 1, 12, 31)) & (
            Q(until=None) | Q(until__gte=date(year, 1, 1))
        )
        names: dict[int, set[str]] = {organ.pk: {organ.name, organ.short_name} for organ in organs}
        for row in AgencyName.objects.filter(spans, agency__in=names):
            names[row.agency_id] |= {row.name, row.short_name}
        fronts = _fronts(collector)
        known = (_known(organ, names[organ.pk], fronts) for organ in organs)
        return cls(collector, tuple(known))

    def match(self, value: AnnualReport, file_name: str) -> Match:
        """The organ of a report that was read from a file of that name."""
        organ = _plain(value.organ or "")
        if organ in _ways({self.collector.name}, ()):
            return Match(None, (self.collector,), _OWN.format(self.collector.name))
        for found in self._ways_to_know(value, file_name):
            if len(found) == 1:
                return Match(found[0])
            if found:
                return Match(None, tuple(found), "可能是几个机关中的一个")
        said = f"报告写的机关是“{value.organ}”，不在名单里" if organ else "报告没有写明机关"
        return Match(None, tuple(self._mentioned(f"{organ} {value.title} {file_name}")), said)

    def _ways_to_know(self, value: AnnualReport, file_name: str) -> Iterator[list[Agency]]:
        """From the surest to the weakest; what the file is called counts only where the report does not say whose it is."""
        organ, title = _plain(value.organ or ""), _plain(value.title or "")
        path = PurePosixPath(file_name)
        codes = set(
            _CODE.findall(f"{title} {value.chapters.get('preface', '')} {path.stem}".upper())
        )
        yield self._named(organ)
        yield [one.organ for one in self.known if one.code and one.code in codes]
        if not organ:
            yield self._named(_head(title))
            yield self._named(_head(_plain(path.stem)))
            yield self._named(_plain(path.parent.name))

    def _named(self, text: str) -> list[Agency]:
        """The organs that the text names: 江州市临川县青石镇 is 青石镇, 青石镇卫生院 and 江州市教育局 are nobody here."""
        return _most({one.organ: one.fits(text) for one in self.known})

    def _mentioned(self, text: str) -> list[Agency]:
        """The organs with the longest name that stands somewhere in the text: to be chosen from."""
        return _most({one.organ: one.stands_in(text) for one in self.known})


_OWN = "这是{}自己的报告：汇总以后的报告不从这里收；只是本机关的报告，请选定，单独计入汇总"


def _plain(text: str) -> str:
    return _SPACE.sub("", text)


def _head(text: str) -> str:
    """What stands before the year, or before what kind of paper it is: 03青石镇2024年年报 is 青石镇."""
    return _AFTER_ORGAN.split(_BEFORE_ORGAN.sub("", text), maxsplit=1)[0]


def _most(lengths: dict[Agency, int]) -> list[Agency]:
    most = max(lengths.values(), default=0)
    return [organ for organ, length in lengths.items() if length == most >= SHORTEST]


def _known(organ: Agency, called: set[str], fronts: tuple[str, ...]) -> Known:
    ways = frozenset(_ways(called, fronts))
    full = frozenset(name for name in ways if name.startswith(fronts))
    level = fronts[0][-1:]
    bare = {level + name for name in ways - full if organ.kind.endswith("_department")}
    return Known(organ, ways | bare, full, organ.social_credit_code)


def _fronts(collector: Agency) -> tuple[str, ...]:
    """How names of organs below begin that are written out in full: 临川县, 临川."""
    base = collector.name.removesuffix("人民政府")
    return (base, base[:-1]) if len(base) > SHORTEST else (base,)


def _ways(names: Iterable[str], fronts: tuple[str, ...]) -> Iterator[str]:
    """A name as it is, with and without its county before it, and each with its ending shortened."""
    for name in filter(None, map(_plain, names)):
        bare = next((name.removeprefix(one) for one in fronts if name.startswith(one)), name)
        # 临川县人民政府办公室: what is left without the county would fit every government.
        is_whole = bare.startswith(tuple(_ENDINGS))
        ways = {name} if is_whole else {name, bare, *(front + bare for front in fronts)}
        yield from ways
        for one, (end, short) in product(ways, _ENDINGS.items()):
            if one.endswith(end) and len(one) >= len(end) + SHORTEST:
                yield one.removesuffix(end) + short
