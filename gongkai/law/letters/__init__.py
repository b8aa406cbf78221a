"""The letters of a request as data: kinds, dated texts with fields, the fields, and filling them from the record.

Not here: which decision needs which letter (``outcomes``), the remedies paragraph (``remedies``), printing (``paperwork.letters``).
"""

from gongkai.law.letters.fields import FIELDS, WrongFact, field, field_of_label
from gongkai.law.letters.filling import Blanks, CannotFill, blanks, draft, filled, previewed
from gongkai.law.letters.kinds import LETTERS, letter
from gongkai.law.letters.letter import Field, Letter, LetterText, Value
from gongkai.law.letters.texts import TEXTS, letter_text, outcomes_of

__all__ = [
    "FIELDS", "LETTERS", "TEXTS", "Blanks", "CannotFill", "Field", "Letter", "LetterText", "Value", "WrongFact",
    "blanks", "draft", "field", "field_of_label", "filled", "letter", "letter_text", "outcomes_of", "previewed",
]
