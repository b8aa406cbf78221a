"""The fields of the index, and a public document's entry as tantivy takes it. The texts themselves are not kept in it."""

from hashlib import sha256

import tantivy

from gongkai.law.genres import GENRES
from gongkai.law.validity import VALIDITIES
from gongkai.release.models import KINDS
from gongkai.release.search.bigrams import tokens
from gongkai.release.search.question import FACTS, Entry

BLANKS = "whitespace"
TEXTS = ("title", "number", "text", "initials", "sounds")
SLICES = 16
"""Documents are dealt into so many equal parts; one part tells about how many there are in all."""
CODES: dict[str, tuple[str, ...]] = {
    "column": ("", *(key for key, _ in KINDS)),
    "genre": ("", *(row.key for row in GENRES)),
    "validity": ("", *(row.key for row in VALIDITIES)),
}
"""Facts are numbers in the index, which are counted fast: these by their place here, the others are numbers already."""

_SHAPE = f"2 {TEXTS} {FACTS} {SLICES} {CODES}"
FORMAT = sha256(_SHAPE.encode()).hexdigest()[:8]
"""The name of this shape: an index of another one is no index to this program, and is built anew."""


def _schema() -> tantivy.Schema:
    """Positions only where words are looked for."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("item", indexed=True, fast=True)
    builder.add_unsigned_field("stamp", fast=True)
    builder.add_unsigned_field("published", fast=True)
    builder.add_unsigned_field("slice", indexed=True)
    for name in FACTS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name=BLANKS, index_option="position")
    return builder.build()


SCHEMA = _schema()


def opened(path: str) -> tantivy.Index:
    """The index in a folder, made there if there is none; its documents stand newest first. Raises ValueError."""
    index = tantivy.Index(
        SCHEMA, path=path, sort_by_field="published", sort_order=tantivy.Order.Desc
    )
    blanks = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(BLANKS, blanks)
    return index


def code(name: str, value: str) -> int:
    """The number of a fact's value; 0 where there is none, and for one that no document can have."""
    if name in CODES:
        return CODES[name].index(value) if value in CODES[name] else 0
    return int(value) if value.isascii() and value.isdecimal() else 0


def value(name: str, number: int) -> str:
    """The value of a fact by its number."""
    return CODES[name][number] if name in CODES else str(number or "")


def document_of(entry: Entry) -> tantivy.Document:
    """The entry as tantivy takes it."""
    document = tantivy.Document()
    document.add_unsigned("item", entry.item)
    document.add_unsigned("stamp", entry.stamp)
    document.add_unsigned("published", entry.published)
    document.add_unsigned("slice", entry.item * 2_654_435_761 // 128 % SLICES)
    for name in FACTS:
        document.add_unsigned(name, code(name, entry.facts[name]))
    for name in ("title", "number", "text", "initials"):
        document.add_text(name, tokens(getattr(entry, name)))
    document.add_text("sounds", entry.sounds)
    return document
