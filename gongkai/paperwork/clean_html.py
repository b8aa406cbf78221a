"""What mark-up a text for the public may hold, as one table, and the cleaning by it. No styles, no scripts, nothing from elsewhere.

Word files are converted by the same table (``word_html``); whatever a person pastes goes through ``clean``.
"""

import re
from html import unescape

import nh3

TAGS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
    "a", "img", "strong", "em", "sub", "sup",
}  # fmt: skip
"""What a Word file becomes."""

WRITTEN_TAGS = TAGS | {"blockquote", "u", "hr", "caption"}
"""What a person may write besides."""

ATTRIBUTES = {
    "a": {"href", "id"}, "li": {"id"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"},
}  # fmt: skip

LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
NOTE = re.compile(r"#?word-(?:foot|end)note-(?:ref-)?-?[0-9]{1,6}")
_HERE = re.compile(r"/(?!/)[^\s\\]*")
_PICTURE = re.compile(r"/files/[A-Za-z0-9_./-]+")
_SPAN = re.compile(r"[1-9][0-9]{0,2}")
_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|caption|blockquote)>|<br>|<hr>")
_CELL_END = re.compile(r"</t[dh]>")


def clean(html: str) -> str:
    """The text with allowed mark-up only; headings of the first rank become second, as the page's title is the first."""
    cleaned: str = nh3.clean(
        html,
        tags=WRITTEN_TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=_allowed,
        link_rel=None,  # no link opens a window of its own
        url_schemes={"http", "https", "mailto"},
    )
    kept = re.sub(r"<img(?![^>]*\ssrc=)[^>]*>", "", cleaned)
    return re.sub(r"<(/?)h1>", r"<\1h2>", kept).strip()


def plain(html: str) -> str:
    """The words alone, a line a block, a space between cells: for search, length and comparison."""
    text = _CELL_END.sub(" ", _BLOCK_END.sub("\n", html))
    lines = (" ".join(line.split()) for line in unescape(re.sub(r"<[^>]*>", "", text)).split("\n"))
    return "\n".join(line for line in lines if line)


def _allowed(tag: str, name: str, text: str) -> str | None:
    """The value of an attribute, or None to drop it."""
    match tag, name:
        case "a", "href":
            good = LINK.fullmatch(text) or NOTE.fullmatch(text) or _HERE.fullmatch(text)
        case "img", "src":
            good = _PICTURE.fullmatch(text)
        case _, "id":
            good = NOTE.fullmatch(text)
        case _, "colspan" | "rowspan":
            good = _SPAN.fullmatch(text)
        case _:
            return text
    return text if good else None
