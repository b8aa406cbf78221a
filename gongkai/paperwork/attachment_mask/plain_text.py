"""Text and CSV masked, in UTF-8 with the mark by which Excel and Notepad know it."""

import codecs
import csv
import io
from collections.abc import Mapping

from gongkai.paperwork.attachment_mask.packages import put_out
from gongkai.paperwork.attachment_text.plain_text import delimiter_of, rows_of
from gongkai.paperwork.personal_data.labelled import masked_text
from gongkai.paperwork.reading.sniff import decode


def masked_lines(data: bytes, values: Mapping[str, str]) -> bytes:
    """A text masked line by line. ``values``: what was found anywhere in it, with its mask."""
    lines = [put_out(masked_text(line), values) for line in decode(data).splitlines()]
    return codecs.BOM_UTF8 + "\r\n".join(lines).encode()


def masked_table(data: bytes, values: Mapping[str, str]) -> bytes:
    """A CSV file masked cell by cell, each with the head of its column."""
    text = decode(data)
    rows = rows_of(text)
    heads = [cell[:30] for cell in rows[0]] if len(rows) > 1 else []
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter_of(text))
    for at, row in enumerate(rows):
        writer.writerow(
            put_out(masked_text(cell, (heads[place],) if at and place < len(heads) else ()), values)
            for place, cell in enumerate(row)
        )
    return codecs.BOM_UTF8 + out.getvalue().encode()
