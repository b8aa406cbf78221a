"""Workbooks for the tests of tables."""

import io


def kept(book):
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
