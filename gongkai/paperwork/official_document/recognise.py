"""All guesses about one text, and the text without the head that a page shows in its own way."""

from collections.abc import Iterator, Sequence

from gongkai.paperwork.html_blocks import blocks, source
from gongkai.paperwork.official_document.genres import genre_of
from gongkai.paperwork.official_document.guesses import Guess, Guesses
from gongkai.paperwork.official_document.head import Head, head_of, title_of
from gongkai.paperwork.official_document.lines import Line, holds_picture, lines_of
from gongkai.paperwork.official_document.notes import attachments_of, attribute_of
from gongkai.paperwork.official_document.organs import LETTERHEAD, organs
from gongkai.paperwork.official_document.signature import signature_of, under_title
from gongkai.paperwork.official_document.validity import effective_on, ends_on


def recognise(html: str) -> Guesses:
    """What a clean HTML text says of itself."""
    lines = lines_of(html)
    head = head_of(lines)
    title = title_of([lines[at] for at in head.title])
    signature = signature_of(lines, head.end)
    made_on = signature.made_on if signature else under_title(lines[: head.end + 1])
    rest = lines[head.end :]
    start = effective_on(rest, made_on.value if made_on else None)
    return Guesses(
        title=title,
        document_number=head.number,
        made_on=made_on,
        organs=(signature.organs if signature else ()) or _organs_above(lines, head, title),
        genre=genre_of(title.value) if title else None,
        attribute=attribute_of(lines),
        effective_on=start,
        ends_on=ends_on(rest, start.value if start else None),
        attachments=attachments_of(rest),
        signature="\n".join(line.text for line in lines[signature.at : signature.end])
        if signature
        else "",
        secrecy=head.secrecy,
        head=tuple(_head_blocks(html, lines, head)),
    )


def without_head(html: str, guesses: Guesses) -> str:
    """The text without the blocks that hold letterhead, number and title alone."""
    kept = [block for at, block in enumerate(blocks(html)) if at not in guesses.head]
    return "".join(source(block) for block in kept)


def _organs_above(
    lines: Sequence[Line], head: Head, title: Guess[str] | None
) -> tuple[Guess[str], ...]:
    """The organs of the letterhead, else those before 关于 in the title."""
    found = []
    for at in head.letterhead:
        bare = LETTERHEAD.sub(r"\g<organs>", lines[at].text).strip()
        found += [Guess(name, lines[at].text) for name in organs(bare)]
    if not found and title and "关于" in title.value:
        before = title.value.partition("关于")[0]
        found = [Guess(name, title.evidence) for name in organs(before)]
    return tuple(found)


def _head_blocks(html: str, lines: Sequence[Line], head: Head) -> Iterator[int]:
    """The blocks of the head without a line or a picture that the page would not show elsewhere."""
    known, pictures = head.known, holds_picture(html)
    for block in sorted({lines[at].block for at in known}):
        own = {at for at, line in enumerate(lines) if line.block == block}
        if own <= known and block not in pictures:
            yield block
