"""The normative documents of an organ: made in this year and in earlier ones, repealed, amended, at the end of their term."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from gongkai.config.simulation.draw import Draw, after
from gongkai.config.simulation.issuing import POLICIES, Sort, piece_of, publish
from gongkai.config.simulation.piece import Piece, let_take_effect
from gongkai.config.simulation.plan import Plan
from gongkai.config.simulation.told import Document

ORDER = Sort(
    POLICIES,
    "关于印发{}实施办法的通知",
    "notice",
    "rules_and_normative_documents",
    "general_affairs",
)
OTHER_ORGAN = "演示县水利局"


@dataclass(slots=True)
class Paper:
    """One document in plan: its piece, and the fact that it comes to."""

    piece: Piece
    fact: Document


@dataclass(slots=True)
class Shelf:
    """The documents as they are thought of."""

    draw: Draw
    plan: Plan
    papers: list[Paper]

    def add(self, first: date, last: date, *, leads: bool = True, **facts: object) -> Paper:
        """A document made on a day between two, and public within the weeks after it."""
        made = self.draw.workday(first, last)
        return self.made(made, after(made, self.draw.number(1, 15)), leads=leads, **facts)

    def made(self, made: date, out: date, *, leads: bool = True, **facts: object) -> Paper:
        """A document made on one day and public on another."""
        draw, serial = self.draw, len(self.papers) + 1
        key = f"{draw.year}-规{serial:02d}"
        known: dict[str, object] = {"rule_kind": "normative_document", "effective_on": out, **facts}
        if not leads:
            known |= {"joint_organs": (OTHER_ORGAN,), "lead": False}
        piece = piece_of(draw, ORDER, key, made, **known)
        piece.number = f"模拟规〔{made.year}〕{draw.year % 100:02d}{serial:02d}号"
        publish(self.plan, piece, key, made, out)
        ends = facts.get("ends_on")
        paper = Paper(piece, Document(key, made, out, leads, ends_on=ends))  # type: ignore[arg-type]
        self.papers.append(paper)
        return paper


def documents(draw: Draw) -> Plan:
    """The shelf of a year, with what happens on it."""
    shelf = Shelf(draw, Plan(), [])
    old = [_earlier(shelf) for _ in range(draw.number(4, 6))]
    _new(shelf)
    _replaced(shelf, old[0])
    _amended(shelf, old[1])
    _cleared(shelf, old[2])
    _expiring(shelf)
    if draw.happens(0.8):
        _joint(shelf)
    _made_at_the_end(shelf)
    _left(shelf)
    shelf.plan.facts += [paper.fact for paper in shelf.papers]
    return shelf.plan


def _earlier(shelf: Shelf) -> Paper:
    """Made in the two years before."""
    year = shelf.draw.year
    return shelf.add(date(year - 2, 1, 10), date(year - 1, 11, 20))


def _new(shelf: Shelf) -> None:
    """Made in this year, and in force; one of them is repealed before it ends."""
    draw = shelf.draw
    for _ in range(draw.number(2, 4)):
        shelf.add(draw.first, draw.last - timedelta(30))
    if draw.happens(0.4):
        _cleared(shelf, shelf.add(draw.first, date(draw.year, 4, 30)))


def _tied(shelf: Shelf, old: Paper, kind: str) -> date:
    """A new document repeals or amends an old one, from a day after its publication on; returns that day."""
    draw = shelf.draw
    made = draw.workday(date(draw.year, 3, 1), date(draw.year, 10, 31))
    out = after(made, draw.number(1, 10))
    since = after(out, draw.number(0, 8))
    new = shelf.made(made, out, effective_on=since)
    shelf.plan.at(made, 16, "关联信息", partial(new.piece.tie, kind=kind, target=old.piece))
    shelf.plan.at(since, 23, "文件生效", let_take_effect)
    return since


def _replaced(shelf: Shelf, old: Paper) -> None:
    """A new document repeals an old one."""
    since = _tied(shelf, old, "repeals")
    old.fact = replace(old.fact, repealed_on=since)


def _amended(shelf: Shelf, old: Paper) -> None:
    """A new document amends an old one, which stays in force."""
    _tied(shelf, old, "amends")


def _cleared(shelf: Shelf, paper: Paper) -> None:
    """Repealed in a clearing."""
    year = shelf.draw.year
    day = shelf.draw.workday(date(year, 6, 1), date(year, 12, 20))
    shelf.plan.at(day, 10, "废止文件", paper.piece.clear_away)
    paper.fact = replace(paper.fact, repealed_on=day)


def _expiring(shelf: Shelf) -> None:
    """Its term ends within the year, and that of another on the last day of it."""
    draw = shelf.draw
    first, last = date(draw.year - 1, 1, 10), date(draw.year - 1, 11, 20)
    shelf.add(first, last, ends_on=draw.workday(draw.first, draw.last - timedelta(20)))
    if draw.happens(0.5):
        shelf.add(first, last, ends_on=draw.last)


def _joint(shelf: Shelf) -> None:
    """Made together, and another organ leads."""
    draw = shelf.draw
    shelf.add(draw.first, draw.last - timedelta(60), leads=False)


def _made_at_the_end(shelf: Shelf) -> None:
    """Made in the last days, public in the next year."""
    draw = shelf.draw
    made = draw.workday(draw.last - timedelta(5), draw.last)
    shelf.made(made, after(draw.last, draw.number(2, 8)))


def _left(shelf: Shelf) -> None:
    """Made in the year, and still in review: it is in no cell before it is public."""
    draw = shelf.draw
    made = draw.workday(draw.last - timedelta(40), draw.last)
    piece = piece_of(draw, ORDER, f"{draw.year}-稿规", made, rule_kind="normative_document")
    shelf.plan.at(made, 14, "起草信息", piece.write)
    shelf.plan.at(made, 15, "送审信息", piece.hand_in)
