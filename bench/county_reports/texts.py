"""The chapters of text of a simulated report, written from the values of its figures in an organ's own style."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from bench.county_reports import wordings as w
from bench.county_reports.organs import COUNTY, Organ
from bench.county_reports.values import CELLS, Value, Values

_HAN = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_OTHER = {"n1": (300, 1200), "n2": (20, 90), "n3": (10, 60), "n4": (500, 9000), "n5": (2, 9)}
_HEADS = (
    ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"),
    ("主动公开情况", "依申请公开情况", "政府信息管理情况", "平台建设情况", "监督保障情况"),
    ("主动公开政府信息方面", "政府信息依申请公开方面", "信息管理方面", "公开平台建设方面", "监督保障方面"),
)  # fmt: skip


def han(number: int) -> str:
    """A number below a hundred in Chinese: 三, 十二, 四十."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _HAN[ones]
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")


@dataclass(slots=True)
class Writer:
    """One organ's hand. ``style`` fixes its choices for good; ``stated`` are the figures its text names."""

    organ: Organ
    style: int
    year: int
    values: Values
    chance: random.Random
    stated: set[str] = field(default_factory=set)

    def chapters(self) -> dict[str, str]:
        """Chapters one, five and six."""
        return {"overview": self._overview(), "problems": self._problems(), "other": self._other()}

    def _overview(self) -> str:
        heads = _HEADS[self.style % len(_HEADS)]
        last = w.OVERSIGHT[1:] if self.organ.kind == "county_department" else w.OF_GOVERNMENTS
        parts = (
            self._proactive(), self._requests(), self._one("management", w.MANAGEMENT),
            self._one("platform", w.PLATFORM), self._one("oversight", last),
        )  # fmt: skip
        paragraphs = [self._one("greeting", w.GREETING)]
        for number, (head, text) in enumerate(zip(heads, parts, strict=True)):
            mark = f"（{'一二三四五'[number]}）{head}"
            paragraphs.append(f"{mark}。{text}" if self.style % 2 else f"{mark}\n{text}")
        return "\n".join(paragraphs)

    def _proactive(self) -> str:
        return "".join((
            self._one("published", w.PUBLISHED),
            self._one("documents", w.DOCUMENTS) or self._one("kept", w.KEPT_ONLY),
            self._one("powers", w.POWERS), self._one("compulsory", w.COMPULSORY), self._one("fees", w.FEES),
        ))  # fmt: skip

    def _requests(self) -> str:
        received = self._one("received", w.RECEIVED_AND_CARRIED) or self._one(
            "received", w.RECEIVED
        )
        told = [received or self._one("received", w.NOT_RECEIVED)]
        if self.values["received"] + self.values["carried_in"]:
            told += [
                self._one("applicants", w.APPLICANTS), self._one("concluded", w.CONCLUDED),
                self._one("carried_out", w.CARRIED_OUT), self._one("outcomes", w.OUTCOMES),
            ]  # fmt: skip
        disputed = self.values["reconsideration"] + self.values["litigation"]
        told.append(self._one("remedies", w.REMEDIES if disputed else w.NO_REMEDIES))
        return "".join(told)

    def _problems(self) -> str:
        return self._one("problems", w.PROBLEMS) + "\n" + self._one("improvements", w.IMPROVEMENTS)

    def _other(self) -> str:
        charged = w.CHARGED if self.values.get("charged") else w.NOT_CHARGED
        if self.values["fee_lapsed"]:
            charged = w.NOT_CHARGED[:2]
        return self._one("charged", charged) + "\n" + self._one("last", w.LAST)

    def _one(self, topic: str, wordings: tuple[str, ...]) -> str:
        """A wording that this year's figures allow: the organ's own, now and then another."""
        allowed = [words for words in wordings if self._allows(words)]
        if not allowed:
            return ""
        own = random.Random(f"{topic} {self.organ.name} {self.style}").randrange(len(allowed))
        words = allowed[own] if self.chance.random() < 0.8 else self.chance.choice(allowed)
        return words.format_map(self._said(words))

    def _allows(self, words: str) -> bool:
        return all(self.values[name] > 0 for name in _names(words) if name in CELLS)

    def _said(self, words: str) -> Mapping[str, str]:
        names = _names(words)
        self.stated |= names & CELLS.keys()
        said = {"y": str(self.year), "before": str(self.year - 1), "next": str(self.year + 1)}
        said |= {
            "we": self._we(),
            "all": "全县" if self.organ.kind == "county_government" else self._we(),
        }
        said |= {name: self._number(self.values[name]) for name in names if name in self.values}
        return said | {name: str(self.chance.randint(*range_)) for name, range_ in _OTHER.items()}

    def _we(self) -> str:
        if self.organ.kind == "county_government":
            return "全县" if self.style % 2 else COUNTY
        return (
            "我镇"
            if self.organ.name.endswith("镇人民政府")
            else "我乡"
            if "乡" in self.organ.name
            else "我局"
        )

    def _number(self, value: Value) -> str:
        if not isinstance(value, int):
            return f"{value.normalize():f}"
        habit = self.style % 7
        if habit == 0 and value < 100:
            return han(value)
        if habit == 1:
            return str(value).translate(_WIDE)
        return f"{value:,}" if habit == 2 else str(value)


def _names(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}
