"""Order, filters, counts, pages; and that readers see what another process wrote."""

import pytest

from gongkai.release.search.embedded import finding
from gongkai.release.search.embedded.engine import EmbeddedEngine
from gongkai.release.search.question import NotReady, Question, Word
from tests.release.search.written import entry, filled, words

LOW_INCOME = words("低保")


@pytest.fixture
def engine(tmp_path):
    return EmbeddedEngine(tmp_path / "search")


def test_a_title_goes_before_a_number_and_a_number_before_the_text(engine):
    filled(
        engine,
        entry(1, "低保低保低保"),
        entry(2, number="低保〔2024〕1号"),
        entry(3, title="关于提高低保标准的通知"),
    )
    assert engine.find(Question(LOW_INCOME)).items == (3, 2, 1)


def test_the_newest_come_first_where_asked(engine):
    filled(engine, *(entry(n, "低保", published=1000 - n, year=str(2000 - n)) for n in range(1, 9)))
    assert engine.find(Question(LOW_INCOME, newest=True, first=2, most=3)).items == (3, 4, 5)


@pytest.mark.parametrize("exact", [1000, 3])
def test_each_filter_is_counted_as_if_it_were_not_set(engine, monkeypatch, exact):
    monkeypatch.setattr(finding, "EXACT", exact)
    monkeypatch.setattr(finding, "FEW", exact)
    filled(engine, entry(1, "低保"), entry(2, "低保", year="2023"), entry(3, "低保", year="2023", genre=""),
           entry(4, "低保", agency="2"), entry(5, "其他"))  # fmt: skip
    found = engine.find(Question(LOW_INCOME, {"agency": "1", "year": "2023"}))
    assert (set(found.items), found.total, found.about) == ({2, 3}, 2, False)
    assert found.counts["year"] == {"2024": 1, "2023": 2}
    assert found.counts["agency"] == {"1": 2}
    assert found.counts["genre"] == {"notice": 1, "": 1}


def test_a_filter_holds_after_documents_were_taken_out(engine):
    filled(engine, *(entry(n, "低保") for n in range(8)), entry(9, "低保", agency="2"))
    engine.renew(lambda: ((), range(6)))
    assert set(engine.find(Question(LOW_INCOME, {"agency": "1"})).items) == {6, 7}
    assert engine.held().documents == 3
    assert engine.stamp_of(1) is None
    assert engine.holds_deleted()


def test_large_numbers_are_told_about(engine, monkeypatch):
    monkeypatch.setattr(finding, "EXACT", 10)
    filled(engine, *(entry(n, "最低生活保障") for n in range(400)))
    found = engine.find(Question(words("最低生活保障"), most=7))
    assert found.about
    assert len(found.items) == 7
    assert 200 < found.total < 800


def test_synonyms_are_found_after_the_word_itself(engine):
    filled(engine, entry(1, "最低生活保障"), entry(2, "低保"))
    assert engine.find(Question((Word("低保", ("最低生活保障",)),))).items == (2, 1)


def test_a_title_is_found_by_the_first_letters_of_its_sounds(engine):
    filled(engine, entry(1, title="青石镇政府工作报告"), entry(2, "zfgz系统"), entry(3, "别的"))
    assert engine.find(Question((Word("zfgz", initials=True),))).items == (1, 2)
    assert engine.find(Question((Word("zfgz"),))).items == (2,)


def test_another_process_is_seen_at_the_next_question(engine):
    filled(engine, entry(1, "低保"))
    reader = EmbeddedEngine(engine.folder.root)
    assert reader.find(Question(LOW_INCOME)).items == (1,)
    engine.renew(lambda: ([entry(2, "低保")], [1]))
    assert reader.find(Question(LOW_INCOME)).items == (2,)
    filled(engine, entry(3, "低保"))
    assert reader.find(Question(LOW_INCOME)).items == (3,)


def test_titles_that_sound_alike_are_offered(engine):
    filled(engine, entry(1, title="低保标准"), entry(2, title="水利工程"))
    assert engine.titles_like("低宝", "di bao", 5) == [1]


def test_without_an_index_it_says_so(engine):
    with pytest.raises(NotReady):
        engine.find(Question(LOW_INCOME))


@pytest.mark.parametrize("name", ["current", "meta.json"])
def test_a_damaged_index_says_so(engine, name):
    filled(engine, entry(1, "低保"))
    for path in engine.folder.root.rglob(name):
        path.write_text("{", encoding="utf-8")
    with pytest.raises(NotReady):
        EmbeddedEngine(engine.folder.root).find(Question(LOW_INCOME))
