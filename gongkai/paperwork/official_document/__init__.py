"""What a text says of itself as an official document: title, number, date, organs and so on, each with the words that say so.

Guesses only: they are offered to the person who drafts, who decides.
"""

from gongkai.paperwork.official_document.guesses import Guess, Guesses
from gongkai.paperwork.official_document.recognise import recognise, without_head

__all__ = ["Guess", "Guesses", "recognise", "without_head"]
