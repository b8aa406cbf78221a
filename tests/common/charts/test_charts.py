"""Charts are well-formed, say their figures in words, start at zero, and let no text become mark-up."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.common.charts import (
    Bar,
    Group,
    Part,
    Series,
    Stack,
    bars,
    grouped_bars,
    in_row,
    lines,
    stacked_bars,
)
from gongkai.common.charts.drawing import WIDTH, Scale
from gongkai.common.charts.lettering import broken, em_width, number_text

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = st.one_of(
    st.none(),
    st.integers(-(10**6), 10**9),
    st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False),
)
LABELS = st.text(max_size=40)
ROWS = st.lists(st.builds(Bar, LABELS, FIGURES), max_size=8)
GROUPS = st.lists(st.builds(Group, LABELS, ROWS), max_size=4)


@st.composite
def line_charts(draw):
    labels = draw(st.lists(LABELS, max_size=9))
    values = st.lists(FIGURES, min_size=len(labels), max_size=len(labels))
    return labels, draw(st.lists(st.builds(Series, st.text(max_size=8), values), max_size=3))


def parsed(drawing):
    """The picture as XML, which it must be."""
    return ET.fromstring(drawing)


def attributes(drawing):
    """Every attribute of every element."""
    return [pair for element in parsed(drawing).iter() for pair in element.attrib.items()]


def texts(drawing):
    """The lettering, line by line."""
    return [element.text or "" for element in parsed(drawing).iter(f"{SVG}text")]


def safe(drawing):
    """Well-formed, of our own elements only, without style or handlers."""
    tags = {element.tag.removeprefix(SVG) for element in parsed(drawing).iter()}
    allowed = {"svg", "title", "desc", "text", "rect", "line", "polyline", "circle"}
    names = {name for name, _ in attributes(drawing)}
    return tags <= allowed and not any(name == "style" or name.startswith("on") for name in names)


@given(LABELS, ROWS)
def test_bars_of_any_figures_and_labels_are_safe_pictures(title, rows):
    assert safe(bars("chart", title, rows))


@given(LABELS, GROUPS)
def test_groups_of_any_figures_and_labels_are_safe_pictures(title, groups):
    assert safe(grouped_bars("chart", title, groups))


@given(LABELS, line_charts())
def test_lines_of_any_figures_and_labels_are_safe_pictures(title, chart):
    assert safe(lines("chart", title, *chart))


@given(ROWS)
def test_every_bar_stays_on_the_picture(rows):
    for element in parsed(bars("chart", "题", rows)).iter(f"{SVG}rect"):
        left, width = float(element.get("x")), float(element.get("width"))
        assert left >= 0
        assert left + width <= WIDTH


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6))
def test_the_length_of_a_bar_is_its_figure(figures):
    drawing = bars("chart", "题", [Bar("某", figure) for figure in figures])
    widths = [float(element.get("width")) for element in parsed(drawing).iter(f"{SVG}rect")]
    longest = max(figures)
    for figure, width in zip(figures, widths, strict=True):
        assert width == pytest.approx(max(widths) * figure / longest if longest else 0, abs=0.2)


@given(st.lists(FIGURES), st.integers(-100, 100), st.integers(-100, 100))
def test_zero_is_always_on_the_scale(figures, start, end):
    zero = Scale.over(figures, start, end).zero
    assert min(start, end) - 1e-6 <= zero <= max(start, end) + 1e-6


@given(ROWS)
def test_the_description_says_every_figure(rows):
    about = parsed(bars("chart", "题", rows)).find(f"{SVG}desc").text or ""
    assert all(row.text in about for row in rows)


def test_title_and_description_name_the_picture_for_those_who_listen():
    svg = parsed(bars("received", "今年收到12件申请", [Bar("自然人", 12)]))
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "received-title received-about"
    assert svg.find(f"{SVG}title").text == "今年收到12件申请"
    assert svg.find(f"{SVG}desc").text == "自然人 12"


def test_a_missing_figure_is_said_and_has_no_bar():
    drawing = bars("chart", "题", [Bar("规章", None, after="件")])
    assert "未填" in texts(drawing)
    assert "<rect" not in drawing


def test_a_group_says_each_label_beside_its_own_bar():
    group = Group("行政复议", [Bar("结果维持", 3), Bar("结果纠正", 1)])
    assert texts(grouped_bars("chart", "题", [group])) == ["行政复议", "结果维持 3", "结果纠正 1"]


def test_a_line_breaks_where_a_year_is_missing():
    drawing = lines("chart", "题", ["2022", "2023", "2024"], [Series("新收", [1, None, 3])])
    assert drawing.count("<polyline") == 2
    assert drawing.count("<circle") == 2


def test_names_of_lines_that_end_together_do_not_cover_one_another():
    drawing = lines("chart", "题", ["2023", "2024"], [Series("甲", [1, 5]), Series("乙", [2, 5])])
    ends = [float(e.get("y")) for e in parsed(drawing).iter(f"{SVG}text") if e.text in {"甲", "乙"}]
    assert abs(ends[0] - ends[1]) >= 20


def test_a_line_without_a_value_for_each_label_is_refused():
    with pytest.raises(ValueError, match="one value for each label"):
        lines("chart", "题", ["2023"], [Series("新收", [1, 2])])


@pytest.mark.parametrize("name", ["", "a b", 'a"', "1a", "图"])
def test_a_name_that_cannot_be_an_id_is_refused(name):
    with pytest.raises(ValueError, match="small letters"):
        bars(name, "题", [])


def test_hostile_labels_stay_text():
    drawing = bars("chart", '"><script>', [Bar("</text><script>alert(1)</script>", 1)])
    assert "<script" not in drawing
    assert "</text><script>alert(1)</script>" in texts(drawing)


@given(st.text(max_size=60), st.integers(2, 20))
def test_broken_lines_are_short_enough_and_lose_nothing(text, most):
    found = broken(text, most)
    assert all(em_width(line) <= most for line in found)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", "".join(broken(text, 10**6)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "未填"),
        (0, "0"),
        (1234567, "1,234,567"),
        (Decimal("25.10"), "25.1"),
        (Decimal("0E+2"), "0"),
        (Decimal(100), "100"),
    ],
)
def test_figures_are_written_for_people(value, text):
    assert number_text(value) == text


STACKS = st.lists(
    st.builds(Stack, LABELS, st.lists(st.builds(Part, LABELS, st.integers(0, 10**9)), max_size=7)),
    max_size=4,
)


@given(LABELS, STACKS)
def test_stacked_bars_of_any_parts_are_safe_pictures(title, rows):
    assert safe(stacked_bars("chart", title, rows))


def test_parts_fill_the_width_and_say_their_shares():
    row = Stack("合计", [Part("予以公开", 3), Part("部分公开", 0), Part("不予公开", 1)], " 件")
    drawn = stacked_bars("chart", "办理结果", [row])
    assert texts(drawn) == ["合计 4 件", "予以公开 75%", "不予公开 25%"]
    long = [float(one.get("width")) for one in parsed(drawn).iter(f"{SVG}rect")][:2]
    assert sum(long) == pytest.approx(WIDTH, abs=4)
    assert long[0] / long[1] == pytest.approx(3, abs=0.1)


def test_a_whole_of_nothing_has_no_parts():
    drawn = stacked_bars("chart", "办理结果", [Stack("合计", [Part("予以公开", 0)])])
    assert texts(drawn) == ["合计 0"]


@given(FIGURES, FIGURES)
def test_a_bar_in_a_row_is_safe_and_never_too_long(value, most):
    drawn = in_row(value, most)
    assert safe(drawn.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" '))
    [bar] = [element for element in ET.fromstring(drawn).iter() if element.tag == "rect"]
    assert 0 <= float(bar.get("width")) <= 100


def test_labels_that_would_cover_one_another_leave_the_first_and_the_last():
    labels = [f"2024年第{number}季度末" for number in range(1, 7)]
    drawn = lines("chart", "走势", labels, [Series("甲", range(6)), Series("乙", range(6)), Series("丙", range(6))])  # fmt: skip
    assert texts(drawn)[:2] == [labels[0], labels[-1]]


def extent(element):
    """From where to where a line of lettering reaches."""
    half = em_width(element.text or "") * 15 / 2
    x = float(element.get("x"))
    return (x - half, x + half) if element.get("text-anchor") == "middle" else (x, x + 2 * half)


@given(st.lists(st.tuples(st.text("年月季度0123456789", max_size=12), FIGURES), min_size=1, max_size=9), st.text("甲乙丙丁", max_size=40))  # fmt: skip
def test_labels_names_and_figures_of_lines_stay_on_the_picture(points, name):
    labels, values = zip(*points, strict=True)
    drawn = lines("chart", "题", labels, [Series(name, values)])
    for element in parsed(drawn).iter(f"{SVG}text"):
        left, right = extent(element)
        assert left >= -1
        assert right <= WIDTH + 16


def test_parts_of_exact_decimals_are_drawn_and_shared():
    row = Stack("支出", [Part("人员", Decimal("0.1")), Part("公用", Decimal("0.3"))], " 万元")
    assert texts(stacked_bars("chart", "题", [row])) == ["支出 0.4 万元", "人员 25%", "公用 75%"]


def test_of_three_lines_only_the_last_figures_are_written():
    rows = [Series(name, [1, 2, number]) for name, number in (("甲", 7), ("乙", 8), ("丙", 9))]
    said = texts(lines("chart", "走势", ["一", "二", "三"], rows))
    assert said == ["一", "二", "三", "甲 7", "乙 8", "丙 9"]
