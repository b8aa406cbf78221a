"""How titles sound (pinyin without tones), one sound a sign: for who types the first letters, or another sign that sounds alike.

A sign with several sounds takes the one it has in the words around it (市长 zhang, 长期 chang), else its most common.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

LONGEST_PHRASE = 4
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Tables:
    """What pypinyin knows: words with their readings, signs with theirs, and how a reading is written without its tone."""

    phrases: Mapping[str, list[list[str]]]
    signs: Mapping[int, str]
    toneless: Callable[[str], str]


@cache
def _tables() -> _Tables:
    """The tables, loaded at first use. Their modules import each other in a ring: threads that begin at different ends of it would
    wait for each other for ever, so that they are let in one at a time.
    """
    with _ONE_AT_A_TIME:
        from pypinyin.contrib.tone_convert import to_normal
        from pypinyin.phrases_dict import phrases_dict
        from pypinyin.pinyin_dict import pinyin_dict

    return _Tables(phrases_dict, pinyin_dict, to_normal)


def sounds(text: str) -> list[str]:
    """The sound of each sign of a folded text; a sign that is no Chinese one stands for itself."""
    heard = [_common(sign) for sign in text]
    phrases = _phrases()
    for place, sign in enumerate(text):
        if sign in phrases.signs:
            heard[place] = phrases.sound_at(text, place) or heard[place]
    return heard


def initials(text: str) -> str:
    """The first letters of the sounds: 政府工作 is zfgz."""
    return "".join(sound[0] for sound in sounds(text))


def warm() -> None:
    """Load the tables beside other work, so that neither the first item nor the first search without a hit waits for them."""
    threading.Thread(target=_phrases, name="sounds", daemon=True).start()


class _Phrases:
    """Words in which a sign sounds otherwise than it commonly does."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, ...]] = {}
        self.signs: set[str] = set()
        for phrase, readings in _tables().phrases.items():
            if len(phrase) <= LONGEST_PHRASE and len(readings) == len(phrase):
                self._learn(phrase, tuple(_toneless(reading[0]) for reading in readings))

    def _learn(self, phrase: str, heard: tuple[str, ...]) -> None:
        """Keep the phrase if a sign in it sounds otherwise, and remember these signs."""
        other = {sign for sign, sound in zip(phrase, heard, strict=True) if sound != _common(sign)}
        if other:
            self.signs |= other
        if other or any(sign in self.signs for sign in phrase):
            self.known[phrase] = heard

    def sound_at(self, text: str, place: int) -> str:
        """The sound of a sign in the longest word around it; "" where no word tells."""
        for length in range(LONGEST_PHRASE, 1, -1):
            for start in range(max(place - length + 1, 0), place + 1):
                heard = self.known.get(text[start : start + length])
                if heard and place - start < len(heard):
                    return heard[place - start]
        return ""


@cache
def _phrases() -> _Phrases:
    return _Phrases()


@cache
def _common(sign: str) -> str:
    """The most common sound of a sign; the sign itself where it has none."""
    readings = _tables().signs.get(ord(sign), "")
    return _toneless(readings.partition(",")[0]) or sign


@lru_cache(maxsize=4096)
def _toneless(reading: str) -> str:
    return str(_tables().toneless(reading)).replace("ü", "v")
