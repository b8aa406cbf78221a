"""How a question is answered in few passes over the index, whatever the number of documents that hold the words.

Up to ``EXACT`` documents are taken out in one pass, then narrowed, counted and put in order here. More of them are counted by
the index: exactly where that is cheap (one pair of signs), else in one slice of the documents, and the answer says "about".
"""

from collections import Counter
from dataclasses import dataclass

from gongkai.release.search.embedded import asking
from gongkai.release.search.embedded.fields import SLICES, code, value
from gongkai.release.search.embedded.snapshot import Addresses, Snapshot
from gongkai.release.search.question import EXACT, FACTS, Answer, Counts, Facts, Question

FEW = 100
"""Of one pair of signs, so many documents are counted sooner by the index than here."""


def answer(snapshot: Snapshot, question: Question) -> Answer:
    """The answer to a question."""
    if asking.is_plain(question.words):
        number = snapshot.searcher.doc_freq("text", question.words[0].text)
        if number > FEW:
            return of_many(snapshot, question, ())
    found = snapshot.best(asking.ranked(question.words), 0, EXACT + 1)
    return (
        of_many(snapshot, question, found)
        if len(found) > EXACT
        else of_few(snapshot, question, found)
    )


def of_few(snapshot: Snapshot, question: Question, found: Addresses) -> Answer:
    """All that hold the words are at hand, the best first."""
    columns = [snapshot.numbers(name, found) for name in FACTS]
    wanted = [
        (place, code(name, question.facts[name]))
        for place, name in enumerate(FACTS)
        if name in question.facts
    ]
    alike = list(zip(*columns, strict=True))
    kept = [
        address
        for address, row in zip(found, alike, strict=True)
        if all(row[place] == number for place, number in wanted)
    ]
    total = len(kept)
    if question.newest:
        dated = zip(snapshot.numbers("published", kept), kept, strict=True)
        kept = [address for _, address in sorted(dated, key=lambda pair: -pair[0])]
    page = kept[question.first : question.first + question.most]
    return Answer(tuple(snapshot.numbers("item", page)), total, counted(Counter(alike), wanted))


def counted(rows: Counter[tuple[int, ...]], wanted: list[tuple[int, int]]) -> Counts:
    """The counts of every fact out of rows of facts: each is counted as if it were not chosen, the others kept."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACTS}
    for row, number in rows.items():
        wrong = [place for place, chosen in wanted if row[place] != chosen]
        for place in wrong if len(wrong) == 1 else () if wrong else range(len(FACTS)):
            counts[FACTS[place]][value(FACTS[place], row[place])] += number
    return counts


@dataclass(frozen=True, slots=True)
class Many:
    """A question that more than ``EXACT`` documents answer, before it is narrowed."""

    snapshot: Snapshot
    question: Question
    facts: Facts
    slices: int


def of_many(snapshot: Snapshot, question: Question, found: Addresses) -> Answer:
    """The index counts. ``found``: the best of all, where they are known already."""
    slices = SLICES if found else 1
    many = Many(snapshot, question, snapshot.narrowing(question.facts), slices)
    counts = counts_of(many)
    if question.newest:
        page = newest_of(many, counts)
    elif found and not many.facts and question.first + question.most <= len(found):
        page = found[question.first : question.first + question.most]
    else:
        page = best_of(many)
    items = tuple(snapshot.numbers("item", page))
    known = next((name for name in FACTS if name not in many.facts), None)
    number = sum(counts[known].values()) if known else counts["column"][question.facts["column"]]
    # A slice may hold none of the few that are left.
    return Answer(items, max(number, question.first + len(items)), counts, about=slices > 1)


def counts_of(many: Many) -> Counts:
    """Each fact counted as if it were not chosen, the others kept."""
    everything = asking.holding(many.question.words)
    if many.slices > 1:
        everything = asking.both(everything, asking.has("slice", 0))
    free = [name for name in FACTS if name not in many.facts]
    counts = many.snapshot.values(asking.narrowed(everything, many.facts), free, many.slices)
    for name in many.facts:
        others = {other: said for other, said in many.facts.items() if other != name}
        counts |= many.snapshot.values(asking.narrowed(everything, others), [name], many.slices)
    return counts


def best_of(many: Many) -> Addresses:
    """The page, the best first. One pair of signs: titles that hold it by themselves, which is fast, then the others."""
    words, first, most = many.question.words, many.question.first, many.question.most
    if many.slices > 1:
        return many.snapshot.best(asking.narrowed(asking.ranked(words), many.facts), first, most)
    in_title = asking.narrowed(asking.holding(words, "title"), many.facts)
    page = many.snapshot.best(in_title, first, most)
    if len(page) < most:
        number = many.snapshot.count(in_title)
        rest = asking.narrowed(asking.outside_titles(words), many.facts)
        page += many.snapshot.best(rest, max(first - number, 0), most - len(page))
    return page


def newest_of(many: Many, counts: Counts) -> Addresses:
    """The page, newest first: looked for in the newest years alone, where these have enough."""
    first, most = many.question.first, many.question.most
    query = asking.narrowed(asking.holding(many.question.words), many.facts)
    years = [] if "year" in many.facts else enough_years(counts["year"], first + most)
    for some in [asking.in_years(query, years)] if years else []:
        page = many.snapshot.newest(some, first, most)
        if len(page) == most:
            return page
    return many.snapshot.newest(query, first, most)


def enough_years(counts: Counter[str], number: int) -> list[str]:
    """The newest years that have so many documents together; none where all years are needed."""
    years, seen = sorted((year for year in counts if year), reverse=True), 0
    for place, year in enumerate(years):
        seen += counts[year]
        if seen >= number:
            return years[: place + 1] if place + 1 < len(years) else []
    return []
