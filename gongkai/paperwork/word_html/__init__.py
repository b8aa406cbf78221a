"""A Word file to clean HTML for a page: headings, lists, tables with spans, links, pictures as files; styles dropped.

What does not come out: comments, hidden text, deleted and moved-away revisions, headers, footers, macros, document
properties. Insertions are accepted. Footnotes and endnotes come out as a list at the end. Each kind of loss is a warning.
"""

from pathlib import Path

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.reading.sniff import open_limited
from gongkai.paperwork.word_html.page import Image, WordPage

__all__ = ["Image", "WordPage", "word_to_html"]

SECONDS = 15.0  # a hundred pages take about 4; a person waits for them


def word_to_html(source: str | Path | bytes) -> WordPage:
    """Convert a .docx from a path or from bytes, in a child process under limits of time and memory.

    Raises UnreadableReport (HostileFile where the file was refused) with one Chinese sentence that says why.
    """
    page: WordPage = bounded_call(
        "gongkai.paperwork.word_html.convert:convert", open_limited(source), seconds=SECONDS
    )
    return page
