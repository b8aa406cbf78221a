"""Lines without ruled tables as an alternation of words and runs of figures.

A run is a group of figures with no words between. What stands before and after it is kept as bare text, from which the
row is recognised. Figures glued to a label (总计95) are taken apart; numbering (1.属于国家秘密) stays with its label.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.paperwork.reading.document import Line, Word
from gongkai.paperwork.reading.figures import read_figure
from gongkai.paperwork.reading.normalise import bare, squeeze

CONTEXT = 80  # bare characters kept on either side of a run
_FIGURE_WORD = re.compile(r"[-+−－]?[0-9０-９]|[-—–－―/／]+$|[增减][加少]?[0-9]")
_NUMBERING = re.compile(r"[0-9０-９]{1,2}[.．、)）](?![0-9])|[(（][0-9一二三四五六七八九十]+[)）]")
_GLUED = re.compile(
    r"(?P<label>.*[\u4e00-\u9fff”\"’）)】》:：])(?P<figure>[-－−]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9]+)?(?:件|万元|元)?)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Figures in a row: their words, the line each stands on, and the bare text before and after."""

    words: tuple[Word, ...]
    lines: tuple[int, ...]
    page: int
    before: str
    after: str

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
    """The runs in some lines. A run longer than ``size`` is cut where whole lines or pages let it be cut."""
    groups: list[tuple[str, list[_Token]]] = []
    text = ""
    for token in _tokens(lines):
        if token.is_figure:
            if not groups or text:
                groups.append((text, []))
                text = ""
            groups[-1][1].append(token)
        else:
            text += bare(token.word.text)
    befores = [before for before, _ in groups] + [text]
    runs: list[Run] = []
    for index, (before, tokens) in enumerate(groups):
        runs.extend(_cut(tokens, size, before[-CONTEXT:], befores[index + 1][:CONTEXT]))
    return runs


def _tokens(lines: Sequence[Line]) -> Iterator[_Token]:
    for number, line in enumerate(lines):
        for word in _pieces(line.words):
            yield _Token(word, number, line.page, is_figure(word.text))


def _pieces(words: Iterable[Word]) -> Iterator[Word]:
    """Words with a figure glued to the end of a label taken apart."""
    for word in words:
        match = _GLUED.fullmatch(word.text)
        if match and not _NUMBERING.fullmatch(word.text):
            split = word.x0 + (word.x1 - word.x0) * match.start("figure") / len(word.text)
            yield Word(match["label"], word.x0, split)
            yield Word(match["figure"], split, word.x1)
        else:
            yield word


def is_figure(text: str) -> bool:
    """Whether a word is a figure: a number, a number with its unit or remark, a dash."""
    if not _FIGURE_WORD.match(text) or _NUMBERING.match(squeeze(text)):
        return False
    return any(read_figure(text, unit).reason != "unreadable" for unit in ("change", "yuan"))


def _cut(tokens: list[_Token], size: int, before: str, after: str) -> Iterator[Run]:
    """One run, or one for each full line of figures where several stand together."""
    parts = [tokens] if len(tokens) <= size else list(_full_lines(tokens, size))
    for index, part in enumerate(parts):
        yield Run(
            tuple(token.word for token in part),
            tuple(token.line for token in part),
            part[0].page,
            before if index == 0 else "",
            after if index == len(parts) - 1 else "",
        )


def _full_lines(tokens: list[_Token], size: int) -> Iterator[list[_Token]]:
    """Cut at line ends so that lines with exactly ``size`` figures stand alone."""
    part: list[_Token] = []
    for line in _by_line(tokens):
        if len(line) == size or len(part) == size:
            if part:
                yield part
            part = []
        part = [*part, *line]
        if len(line) == size:
            yield part
            part = []
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
