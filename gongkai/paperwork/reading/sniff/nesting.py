"""How much mark-up there is and how deep it or JSON nests, counted in one pass without building a tree."""

import re
from collections.abc import Iterator
from itertools import accumulate

from gongkai.paperwork.errors import HostileFile

DEEPEST_HTML = 1_000  # elements; Word paste reaches some 40
MOST_TAGS = 300_000  # a page of a report with its menus has some 20 000
DEEPEST_JSON = 64  # the contract has 5

# Elements whose end may be left out (p, li, td, …) or does not exist (br, img, …) do not nest by being repeated.
_FLAT = (
    "p|li|dt|dd|td|th|tr|thead|tbody|tfoot|colgroup|caption|option|optgroup|rt|rp|html|head|body|"
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|basefont|frame"
)
# What stands in comments, scripts and styles opens nothing; each is passed over in one possessive step.
_TAG = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+|<(?:script|style)\b(?:[^<]++|<(?!/(?:script|style)))*+|"
    rf"(</)(?!(?:{_FLAT}|script|style)\b)[a-z]|(<)(?!(?:{_FLAT})\b)[a-z](?![^<>]{{0,500}}/>)",
    re.IGNORECASE,
)
_JSON = re.compile(r'"(?:[^"\\]++|\\.)*+"?|([\[{])|([\]}])', re.DOTALL)


def refuse_deep_html(text: str) -> None:
    """Raise HostileFile if there are more than MOST_TAGS, or more than DEEPEST_HTML elements open at one place."""
    if text.count("<") > MOST_TAGS:
        raise HostileFile(f"网页标签超过 {MOST_TAGS} 个，不予读取")
    steps = (bool(match[2]) - bool(match[1]) for match in _TAG.finditer(text))
    _refuse(steps, DEEPEST_HTML, "网页")


def refuse_deep_json(text: str) -> None:
    """Raise HostileFile if lists and objects nest deeper than DEEPEST_JSON."""
    steps = (bool(match[1]) - bool(match[2]) for match in _JSON.finditer(text))
    _refuse(steps, DEEPEST_JSON, "JSON")


def _refuse(steps: Iterator[int], deepest: int, what: str) -> None:
    # Ends without a beginning are passed over, or a page could run up credit with them.
    depths = accumulate(steps, lambda depth, step: max(0, depth + step), initial=0)
    if any(depth > deepest for depth in depths):
        raise HostileFile(f"{what}嵌套超过 {deepest} 层，不予读取")
