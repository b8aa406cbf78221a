"""A question in the words of tantivy."""

import re
from collections.abc import Iterable

from tantivy import Occur, Query

from gongkai.release.search.bigrams import pieces
from gongkai.release.search.embedded.fields import SCHEMA, code
from gongkai.release.search.question import Facts, Word

IN_TITLE, IN_NUMBER, AS_TYPED, SAME_MEANING = 1000.0, 500.0, 200.0, 0.5
"""What it counts that all words stand in the title, in the document number, or as they were typed; what a synonym counts."""


def holding(words: Iterable[Word], field: str = "text") -> Query:
    """Documents that hold every word."""
    return _all([_group(field, word) for word in words])


def ranked(words: Iterable[Word]) -> Query:
    """Documents that hold every word: first those that hold all in the title, then those in the number, then the others."""
    words = tuple(words)
    raised = [
        (Occur.Should, Query.const_score_query(holding(words, "title"), IN_TITLE)),
        (Occur.Should, Query.const_score_query(holding(words, "number"), IN_NUMBER)),
        *((Occur.Should, _group("title", word)) for word in words),
    ]
    if any(word.others or word.initials for word in words):
        typed = holding(Word(word.text) for word in words)
        raised.append((Occur.Should, Query.const_score_query(typed, AS_TYPED)))
    return Query.boolean_query([(Occur.Must, holding(words)), *raised])


def outside_titles(words: Iterable[Word]) -> Query:
    """Documents that hold every word, but not all of them in the title."""
    words = tuple(words)
    return Query.boolean_query(
        [(Occur.Must, holding(words)), (Occur.MustNot, holding(words, "title"))]
    )


def narrowed(query: Query, facts: Facts) -> Query:
    """Only those that have the facts; the order stays as it is."""
    return _all([query, *(has(name, code(name, wanted)) for name, wanted in facts.items())])


def both(query: Query, other: Query) -> Query:
    """Documents that answer both."""
    return _all([query, other])


def among(query: Query, items: Iterable[int]) -> Query:
    """Only those of some items."""
    any_item = [(Occur.Should, has("item", item)) for item in items]
    return both(query, Query.boolean_query(any_item))


def in_years(query: Query, years: Iterable[str]) -> Query:
    """Only those of some years."""
    any_year = [(Occur.Should, has("year", code("year", year))) for year in years]
    return both(query, Query.boolean_query(any_year))


def has(field: str, number: int) -> Query:
    """Documents whose field is that number; counts nothing for the order."""
    return Query.const_score_query(Query.term_query(SCHEMA, field, number), 0.0)


def holds(field: str, word: str) -> Query:
    """Documents in whose field the folded word stands."""
    if len(word) == 1:
        return Query.regex_query(SCHEMA, field, f"{_literal(word)}.")
    found = pieces(word)
    if len(found) == 1:
        return Query.term_query(SCHEMA, field, found[0][1], "freq")
    return Query.phrase_query(SCHEMA, field, list(found))


def like(word: str, sounds: str) -> Query:
    """Titles that share pairs of signs with a folded word, or sound like it."""
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    alike = [Query.term_query(SCHEMA, "title", pair, "freq") for pair in pairs]
    if len(heard := sounds.split()) > 1:
        alike.append(Query.boost_query(Query.phrase_query(SCHEMA, "sounds", list(heard)), 9.0))
    return Query.boolean_query([(Occur.Should, each) for each in alike])


def is_plain(words: tuple[Word, ...]) -> bool:
    """Whether the question is one pair of signs: what holds it is read off the index without looking at places."""
    return (
        len(words) == 1
        and len(words[0].text) == 2
        and not words[0].others
        and not words[0].initials
    )


def _group(field: str, word: Word) -> Query:
    """The word, or what says the same."""
    others = [Query.boost_query(holds(field, form), SAME_MEANING) for form in word.others]
    if word.initials and field != "number":
        others.append(Query.boost_query(holds("initials", word.text), SAME_MEANING))
    if not others:
        return holds(field, word.text)
    return Query.boolean_query(
        [(Occur.Should, each) for each in (holds(field, word.text), *others)]
    )


def _all(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, each) for each in queries])


def _literal(sign: str) -> str:
    return sign if re.fullmatch(r"\w", sign) else f"\\x{{{ord(sign):X}}}"
