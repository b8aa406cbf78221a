"""A refusal is an answer: an act was asked for that the law or the house rules do not allow, and here is why.

Pages show it with status 409 (403 for NotAllowed) and keep what was typed. Not here: mistakes in a form, which are form errors.
"""

from gongkai.law.citation import Cite


class Refusal(Exception):
    """An act that may not be done now. ``sentence`` is for people; ``cite`` the rule; ``next_step`` what to do instead."""

    status = 409

    def __init__(self, sentence: str, *, cite: Cite | None = None, next_step: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.cite = cite
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.sentence}（{self.cite}）" if self.cite else self.sentence


class NotAllowed(Refusal):
    """The person holds no post that may do this here."""

    status = 403


class Conflict(Refusal):
    """Somebody else changed the record since it was opened. ``theirs`` is the present state, for comparison."""

    def __init__(self, sentence: str, *, theirs: object = None) -> None:
        super().__init__(sentence, next_step="比较两个版本后选择保留哪一个")
        self.theirs = theirs
