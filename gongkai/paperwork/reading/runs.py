"""Lines without ruled tables as an alternation of words and runs of figures.

A run is a group of figures with no words between. What stands before and after it is kept as bare text, from which the
row is recognised. Figures glued to a label (总计95) are taken apart; numbering (1.属于国家秘密) stays with its label.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gongkai.paperwork.reading.document import EMPTY_CELL, Line, Word
from gongkai.paperwork.reading.figures import read_figure
from gongkai.paperwork.reading.normalise import bare, squeeze

CONTEXT = 160  # bare characters kept on either side of a run
_FIGURE_WORD = re.compile(r"[-+−－]?[0-9０-９]|[-—–－―/／]{1,4}$|[增减][加少]?[0-9]")
_NUMBERING = re.compile(r"[0-9０-９]{1,2}[.．、)）](?![0-9])|[(（][0-9一二三四五六七八九十]+[)）]")
_REMARK_TEXT = r"[（(](?:其中|含|包括|包含|较|同比|注)[^（）()]*[)）]"
_GLUED = re.compile(
    r"(?P<label>.*[\u4e00-\u9fff”\"’）)】》:：])"
    rf"(?P<figure>[-－−]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?(?:件|万元|元)?(?:{_REMARK_TEXT})?)"
)
_OPEN_REMARK = re.compile(r"[（(](?:其中|含|包括|包含|较|同比|注)")
_REMARK = re.compile(_REMARK_TEXT)


@dataclass(frozen=True, slots=True)
class Run:
    """Figures in a row: their words, the line each stands on, and the bare text before and after.

    ``beside`` is that part of ``before`` which stands on the line of the first figure, ``behind`` that part of ``after``
    which stands on the line of the last.
    """

    words: tuple[Word, ...]
    lines: tuple[int, ...]
    page: int
    before: str
    after: str
    beside: str
    behind: str

    @property
    def text(self) -> str:
        """The figures as they stand."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class _Token:
    word: Word
    line: int
    page: int
    is_figure: bool


def runs_of(lines: Sequence[Line], size: int) -> list[Run]:
    """The runs in some lines. A run longer than ``size`` is cut where whole lines let it be cut."""
    groups: list[tuple[list[_Token], list[_Token]]] = []
    words: list[_Token] = []
    for token in _tokens(lines, size):
        if not token.is_figure:
            words.extend([token] if bare(token.word.text) else [])  # a lone mark separates nothing
            continue
        if not groups or words or _is_next_row(groups[-1][1][-1], token, lines):
            groups.append((words, []))
            words = []
        groups[-1][1].append(token)
    befores = [before for before, _ in groups] + [words]
    runs: list[Run] = []
    for index, (before, figures) in enumerate(groups):
        runs.extend(_cut(figures, size, before, befores[index + 1]))
    return runs


def _is_next_row(last: _Token, token: _Token, lines: Sequence[Line]) -> bool:
    return token.line != last.line and lines[token.line].is_row


def _bare(tokens: Iterable[_Token]) -> str:
    return "".join(bare(token.word.text) for token in tokens)


def _tokens(lines: Sequence[Line], size: int) -> Iterator[_Token]:
    """The words of the lines; a remark in brackets behind a figure becomes part of it."""
    held: _Token | None = None
    for number, line in enumerate(lines):
        for word in _pieces(_with_whole_remarks(line.words), size):
            if held and held.is_figure and _REMARK.fullmatch(word.text):
                held = replace(
                    held, word=Word(held.word.text + word.text, held.word.x0, held.word.x1)
                )
                continue
            if held:
                yield held
            held = _token(word, number, line)
    if held:
        yield held


def _token(word: Word, number: int, line: Line) -> _Token:
    """A word as text or figure; an empty cell is a figure without text."""
    if word.text == EMPTY_CELL and len(line.words) == 1:
        return _Token(replace(word, text=""), number, line.page, is_figure=True)
    return _Token(word, number, line.page, is_figure(word.text))


def _with_whole_remarks(words: Sequence[Word]) -> Iterator[Word]:
    """A remark that was split at its spaces joined again: （其中修订 16 件）."""
    at = 0
    while at < len(words):
        end = at
        if _OPEN_REMARK.match(words[at].text):
            while end + 1 < len(words) and not words[end].text.endswith((")", "）")):
                end += 1
        yield Word("".join(word.text for word in words[at : end + 1]), words[at].x0, words[end].x1)
        at = end + 1


def _pieces(words: Iterable[Word], size: int) -> Iterator[Word]:
    """Words with a figure glued to the end of a label taken apart, and a whole row of zeros too."""
    for word in words:
        match = _GLUED.fullmatch(word.text)
        if match and not _NUMBERING.fullmatch(word.text):
            split = word.x0 + (word.x1 - word.x0) * match.start("figure") / len(word.text)
            yield Word(match["label"], word.x0, split)
            yield from _zeros(Word(match["figure"], split, word.x1), size)
        else:
            yield from _zeros(word, size)


def _zeros(word: Word, size: int) -> Iterator[Word]:
    """0000000 is no number but seven cells of 0, if the row has seven; any other digits stay together."""
    if size > 1 and word.text == "0" * size:
        step = (word.x1 - word.x0) / size
        for at in range(size):
            yield Word("0", word.x0 + at * step, word.x0 + (at + 1) * step)
    else:
        yield word


def is_figure(text: str) -> bool:
    """Whether a word is a figure: a number, a number with its unit or remark, a dash."""
    if not _FIGURE_WORD.match(text) or _NUMBERING.match(squeeze(text)):
        return False
    return any(read_figure(text, unit).reason != "unreadable" for unit in ("change", "yuan"))


def _cut(
    figures: list[_Token], size: int, before: list[_Token], after: list[_Token]
) -> Iterator[Run]:
    """One run, or one for each full line of figures where several stand together."""
    parts = [figures] if len(figures) <= size else list(_full_lines(figures, size))
    beside = _bare(token for token in before if token.line == figures[0].line)
    behind = _bare(token for token in after if token.line == figures[-1].line)
    for index, part in enumerate(parts):
        first, last = index == 0, index == len(parts) - 1
        yield Run(
            words=left_to_right([token.word for token in part]),
            lines=tuple(token.line for token in part),
            page=part[0].page,
            before=_bare(before)[-CONTEXT:] if first else "",
            after=_bare(after)[:CONTEXT] if last else "",
            beside=beside if first else "",
            behind=behind if last else "",
        )


def stands_apart(words: Sequence[Word]) -> bool:
    """Whether no word stands above another."""
    ordered = sorted(words, key=lambda word: word.x0)
    return all(a.x1 <= b.x0 for a, b in pairwise(ordered))


def left_to_right(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of one row by their place, if they all stand apart; else in the order in which they were found."""
    return tuple(sorted(words, key=lambda word: word.x0) if stands_apart(words) else words)


def _full_lines(tokens: list[_Token], size: int) -> Iterator[list[_Token]]:
    """Lines with exactly ``size`` figures stand alone; what stands between them stays together, however long.

    A full line with a rest below it stays with that rest: digits that a narrow cell broke off may belong to any figure
    above, so that the line cannot be read.
    """
    part: list[_Token] = []
    for line in _by_line(tokens):
        if len(line) == size and part:
            yield part
            part = []
        part = [*part, *line]
    if part:
        yield part


def _by_line(tokens: list[_Token]) -> Iterator[list[_Token]]:
    line: list[_Token] = []
    for token in tokens:
        if line and token.line != line[-1].line:
            yield line
            line = []
        line.append(token)
    if line:
        yield line
