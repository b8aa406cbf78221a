"""The elder page out of the plain one: the two differ by the class of the page and by the link from one to the other.

A test holds what is made here against pages really drawn in elder mode; whoever lets the mode change more must draw twice.
"""

BEGINNING = b'<!doctype html>\n<html lang="zh-CN"'
LINK = b'<a href="/elder?on=1&amp;next='
WORD = ">长者模式</a>".encode()
ELDER_LINK = LINK.replace(b"on=1", b"on=0")
ELDER_WORD = ">退出长者模式</a>".encode()


def elder_of(plain: bytes) -> bytes:
    """The same page in elder mode; itself where it has no such mode.

    The first link of that kind is the frame's: nothing before it is mark-up of a text.
    """
    if not plain.startswith(BEGINNING + b">"):
        return plain
    before, link, rest = plain.removeprefix(BEGINNING).partition(LINK)
    target, word, after = rest.partition(WORD)
    if not link or not word:
        return plain
    elder_link = ELDER_LINK + target + ELDER_WORD
    return BEGINNING + b' class="elder"' + before + elder_link + after
