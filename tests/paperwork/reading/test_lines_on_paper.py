"""Lines as they stand on paper: blank cells are found by columns, broken-off digits spoil their row, scrambles are refused."""

from gongkai.paperwork.reading.document import Line, Word
from gongkai.paperwork.reading.flat_tables import read_remedies, read_requests
from gongkai.paperwork.reading.from_text import from_text


def lines_of(text: str) -> list[Line]:
    return [block for block in from_text(text).blocks if isinstance(block, Line)]


def on_paper(*rows: tuple[tuple[str, float], ...]) -> list[Line]:
    return [Line(tuple(Word(text, x, x + 9 * len(text)) for text, x in row)) for row in rows]


HEAD = (
    ("一、本年新收政府信息公开申请数量", 0.0),
    *((n, 200.0 + 60 * i) for i, n in enumerate("1234567")),
)


def test_digits_that_a_narrow_cell_broke_off_make_the_row_unreadable():
    broken = (
        ("二、上年结转政府信息公开申请数量", 0.0),
        *((n, 200.0 + 60 * i) for i, n in enumerate(("61", "78", "8568", "2", "0", "0", "0"))),
    )
    found = read_requests(on_paper(HEAD, broken, (("9", 320.0),)))
    assert found.figures["requests.received.total"] == 7
    assert found.figures["requests.carried_in.research_institution"] is None


def test_six_figures_on_paper_with_a_digit_below_one_of_them_are_no_row_of_seven():
    six = (
        ("二、上年结转政府信息公开申请数量", 0.0),
        *((n, 200.0 + 60 * i) for i, n in enumerate(("769", "0", "958", "0", "4375", "3"))),
    )
    found = read_requests(on_paper(HEAD, six, (("0", 440.0),)))
    assert found.figures["requests.carried_in.total"] is None


def test_a_blank_cell_is_found_by_the_columns_of_full_rows():
    rows = "\n".join(
        f"{label:<24}     1     0     0     0     0     0     1"
        for label in (
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数量",
            "（一）予以公开",
        )
    )
    found = read_requests(
        lines_of(f"{rows}\n{'1.属于国家秘密':<24}     2                                   2")
    )
    assert found.figures["requests.refused_state_secret.natural_person"] == 2
    assert found.figures["requests.refused_state_secret.enterprise"] is None
    assert found.figures["requests.refused_state_secret.total"] == 2


def test_scrambled_figures_of_table_four_are_only_believed_if_they_balance():
    scrambled = "结果维持 7 0 11 7 88 18 28 36 170 总计 25 结果维持 结果纠正 33 0 其他结果 6 13 52"
    balanced = "结果维持 1 0 0 0 1 1 0 0 0 1 2 0 1 0 结果纠正 3"
    last = "remedies.litigation_after_reconsideration.total"
    assert set(read_remedies(lines_of(scrambled)).figures.values()) == {None}
    assert read_remedies(lines_of(balanced)).figures[last] == 3
