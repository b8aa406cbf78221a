"""Which text a letter has on a day. A text whose time is over retires itself: there is none to be had for a later day."""

from datetime import date

from gongkai.law.in_force import NoRuleInForce
from gongkai.law.letters.corrections import CORRECTION_TEXTS
from gongkai.law.letters.kinds import letter
from gongkai.law.letters.letter import LetterText
from gongkai.law.letters.progress import PROGRESS_TEXTS
from gongkai.law.letters.replies import REPLY_TEXTS
from gongkai.law.letters.third_parties import THIRD_PARTY_TEXTS

TEXTS: tuple[LetterText, ...] = (*PROGRESS_TEXTS, *THIRD_PARTY_TEXTS, *REPLY_TEXTS, *CORRECTION_TEXTS)


def letter_text(key: str, on: date, outcome: str = "") -> LetterText:
    """The text of the letter ``key`` on the day it is signed; a reply's is that of its ``outcome``.

    Raises KeyError for an unknown letter or one that does not serve that outcome, NoRuleInForce if no text is in force.
    """
    rows = [row for row in TEXTS if (row.letter, row.outcome) == (key, outcome)]
    if not rows:
        raise KeyError(f"文书 {key} 没有用于 {outcome or '（不分决定）'} 的文本")
    for row in rows:
        if row.in_force.covers(on) and letter(key).in_force.covers(on):
            return row
    raise NoRuleInForce(f"{on.isoformat()} 没有生效的《{letter(key).title}》文本")


def outcomes_of(key: str) -> tuple[str, ...]:
    """The outcomes that a letter has texts for; ("",) for one that ends no request."""
    return tuple(dict.fromkeys(row.outcome for row in TEXTS if row.letter == key))
