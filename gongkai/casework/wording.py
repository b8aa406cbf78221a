"""Words that people type into acts: tidied, and refused where they are asked for and missing, or too long."""

from datetime import date

from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite

REASON = 500


def said(
    words: str,
    what: str = "理由",
    *,
    most: int = REASON,
    needed: bool = True,
    cite: Cite | None = None,
) -> str:
    """The words tidied; Refusal where ``needed`` and missing, or longer than ``most`` characters."""
    tidy = "\n".join(
        " ".join(part.split()) for part in words.replace("\0", "").splitlines()
    ).strip()
    if needed and not tidy:
        raise Refusal(f"请填写{what}", cite=cite)
    if len(tidy) > most:
        raise Refusal(f"{what}超过 {most} 个字，请删减")
    return tidy


def plain(day: date | None) -> str | None:
    """A day as the journal keeps it."""
    return day.isoformat() if day else None
