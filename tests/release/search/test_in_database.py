"""The database as the engine finds what the embedded index finds; on PostgreSQL by its own index of pairs."""

import pytest
from django.db import connection

from gongkai.release.search import pair_index
from gongkai.release.search.in_database import DatabaseEngine
from gongkai.release.search.question import Question, Word
from gongkai.release.words import folded
from tests.release.search.written import words
from tests.website.released import release

TEXTS = ("副市长分管", "信政〔2024〕3号\n市\n长安", "100%的低保_标准\\n", "x")


@pytest.fixture(params=[False, True], ids=["plain", "indexed"])
def database(cast, request):
    """The engine over some public copies."""
    if request.param:
        pair_index.build()
    for number, text in enumerate(TEXTS, 1):
        held = folded(f"题\n{text}")
        release(cast.town, number=number, title=f"题{number}", search_text=held)
    return DatabaseEngine()


@pytest.mark.parametrize(
    "word",
    ["市长", "信政20243号", "信政[2024]3号", "政", "0%的", "_", "%", "x", "低保", "没有", "号市"],
)
def test_what_is_found_is_what_holds_the_word(database, word):
    held = {n + 1 for n, text in enumerate(TEXTS) if folded(word) in folded(text)}
    found = database.find(Question(words(word)))
    assert (set(found.items), found.total) == (held, len(held))


def test_filters_and_counts_are_those_of_the_interface(database, cast):
    release(cast.county, "systems", number=9, title="低保", search_text="低保")
    found = database.find(Question(words("低保"), {"agency": str(cast.town.pk)}))
    assert found.items == (3,)
    assert found.counts["agency"] == {str(cast.town.pk): 1, str(cast.county.pk): 1}
    assert found.counts["column"] == {"content": 1}
    assert database.find(Question(words("低保"), {"year": "2024"})).total == 0


def test_words_that_say_the_same_are_found_too(database):
    assert database.find(Question((Word("最低生活保障", ("低保",)),))).items == (3,)


@pytest.mark.needs_postgresql
@pytest.mark.parametrize("database", [True], indirect=True)
def test_postgresql_uses_the_index_of_pairs(database, cast):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    found = database._holding(words("副市长"))
    assert pair_index.INDEX in found.explain()
    assert list(found.values_list("item_id", flat=True)) == [1]
