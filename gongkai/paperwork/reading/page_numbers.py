"""Page numbers in plain text, so that none of them is ever taken for a figure of a table."""

import re

_DRESSED = re.compile(
    r"[-—–―－·•]\s*[0-9０-９]{1,3}\s*[-—–―－·•]|第\s*[0-9]{1,3}\s*页.{0,12}|[0-9]{1,3}\s*/\s*[0-9]{1,3}\s*页?"
)
_NAKED = re.compile(r"[0-9]{1,3}")


def is_page_number(line: str) -> bool:
    """Whether a line is a page number beyond doubt: - 3 -, 第 3 页."""
    return _DRESSED.fullmatch(line.strip()) is not None


def drop_page_numbers(sheets: list[list[str]]) -> None:
    """Blank the page numbers in the lines of each page, in place.

    Dressed numbers go wherever they stand. A bare number goes only where it ends (or begins) its page and the pages
    around it are numbered in step, for a column of figures may end a page too.
    """
    for lines in sheets:
        for at, line in enumerate(lines):
            if is_page_number(line):
                lines[at] = ""
    for from_end in (True, False):
        _drop_bare(sheets, from_end=from_end)


def _drop_bare(sheets: list[list[str]], *, from_end: bool) -> None:
    places = [_edge(lines, from_end=from_end) for lines in sheets]
    numbers = [
        int(lines[at]) if at is not None else None for lines, at in zip(sheets, places, strict=True)
    ]
    steps = [number - page for page, number in enumerate(numbers) if number is not None]
    offset = max(set(steps), key=steps.count, default=0)
    if steps.count(offset) < max(2, len(sheets) // 2):
        return
    for page, (lines, at) in enumerate(zip(sheets, places, strict=True)):
        if at is not None and numbers[page] == page + offset:
            lines[at] = ""


def _edge(lines: list[str], *, from_end: bool) -> int | None:
    """The place of a bare number that ends or begins the page."""
    order = range(len(lines) - 1, -1, -1) if from_end else range(len(lines))
    at = next((at for at in order if lines[at].strip()), None)
    return at if at is not None and _NAKED.fullmatch(lines[at].strip()) else None
