"""Depth is counted without a tree: at the limit, above it, and where nothing nests."""

import pytest

from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.reading.sniff.nesting import (
    DEEPEST_HTML,
    DEEPEST_JSON,
    MOST_TAGS,
    refuse_deep_html,
    refuse_deep_json,
)


@pytest.mark.parametrize("tag", ["div", "span", "table", "o:p", "B"])
def test_html_passes_at_the_limit_and_is_refused_above(tag):
    refuse_deep_html(f"<{tag}>" * DEEPEST_HTML)
    with pytest.raises(HostileFile, match="网页嵌套超过"):
        refuse_deep_html(f"<{tag} class='x'>\n" * (DEEPEST_HTML + 1))


@pytest.mark.parametrize(
    "text",
    [
        "<p>x<br>",
        "<tr><td>1<td>2",
        "<span>x</span>",
        "<a name='x'/>",
        "<!-- <div> -->",
        "<!--<div>--->",
        "<script>if (a<b) x='<div>'</script>",
        "<style>a{}<b></style>",
        "1 < 2 ",
        "</div>",
    ],
)
def test_what_is_repeated_without_nesting_passes(text):
    refuse_deep_html(text * (DEEPEST_HTML * 3))


def test_ends_without_beginnings_run_up_no_credit():
    with pytest.raises(HostileFile):
        refuse_deep_html("</b>" * 5000 + "<b>" * (DEEPEST_HTML + 1))


def test_more_tags_than_any_page_has_are_refused():
    refuse_deep_html("<br>" * MOST_TAGS)
    with pytest.raises(HostileFile, match="标签超过"):
        refuse_deep_html("<br>" * (MOST_TAGS + 1))


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_json_passes_at_the_limit_and_is_refused_above(opening):
    refuse_deep_json(opening * DEEPEST_JSON)
    with pytest.raises(HostileFile, match="JSON嵌套超过"):
        refuse_deep_json(opening * (DEEPEST_JSON + 1))


@pytest.mark.parametrize("text", ['"[[[["', '"\\"[["', "[1],", '{"a": {}},'])
def test_json_brackets_in_strings_and_side_by_side_do_not_nest(text):
    refuse_deep_json(text * (DEEPEST_JSON * 3))
