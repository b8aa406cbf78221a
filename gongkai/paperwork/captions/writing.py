"""Cues as WebVTT, and as a transcript to be read."""

from collections.abc import Iterable

from gongkai.paperwork.captions.cue import Cue

PAUSE = 2_000
"""Milliseconds without a caption after which the transcript begins a new paragraph."""
_ENDS = "。！？!?…”"
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def clock(moment: int) -> str:
    """Milliseconds as WebVTT writes them: 00:01:02.500."""
    seconds, rest = divmod(moment, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def webvtt(cues: Iterable[Cue]) -> str:
    """The file that players take."""
    blocks = (
        f"{clock(cue.start)} --> {clock(cue.end)}\n{cue.words.translate(_SIGNS)}"
        for cue in cues
        if cue.words
    )
    return "WEBVTT\n\n" + "".join(f"{block}\n\n" for block in blocks)


def transcript_of(cues: Iterable[Cue]) -> str:
    """The words one after the other, in paragraphs where the speaker paused after a sentence."""
    paragraphs: list[str] = []
    last = 0
    for cue in cues:
        words = "".join(_joined(cue.words.split("\n")))
        if paragraphs and not (cue.start - last >= PAUSE and paragraphs[-1].endswith(tuple(_ENDS))):
            paragraphs[-1] = "".join(_joined([paragraphs[-1], words]))
        elif words:
            paragraphs.append(words)
        last = cue.end
    return "\n".join(paragraphs)


def _joined(parts: Iterable[str]) -> Iterable[str]:
    """Pieces with a space only between words that are written with spaces."""
    before = ""
    for part in parts:
        if before and part and before[-1].isascii() and part[0].isascii():
            yield " "
        yield part
        before = part or before
