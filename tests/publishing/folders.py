"""Folders with their inventories for the tests of bulk publishing: ZIP files, tables and the requests that bring them."""

import csv
import io
import zipfile
from collections.abc import Mapping

from gongkai.publishing.bulk.columns import COLUMNS

COLUMN = "法定主动公开内容"


def folder_of(files: Mapping[str, bytes]) -> io.BytesIO:
    """A ZIP of these files."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    kept.seek(0)
    return kept


def with_raw_name(raw: bytes) -> io.BytesIO:
    """A ZIP whose one file has a name in these very bytes, unmarked, as old programs write it."""
    stand_in = b"x" * len(raw)
    data = folder_of({stand_in.decode(): b"words"}).getvalue()
    return io.BytesIO(data.replace(stand_in, raw))


def text_file(number: int) -> bytes:
    """The text of one notice."""
    return (
        f"青石镇第{number}号通知\n\n各村：请按时办理第{number}件事，联系电话见公开指南。".encode()
    )


def line_of(number: int, **said: str) -> dict[str, str]:
    """A line of an inventory, right unless ``said`` makes it wrong."""
    return {
        "标题": f"关于第{number}件事的通知",
        "栏目": COLUMN,
        "正文文件": f"{number:03}.txt",
        "成文日期": "2024-05-30",
        "发文字号": f"青政〔2024〕{number}号",
        "体裁": "通知",
        **said,
    }


def rows_of(*lines: Mapping[str, str]) -> list[list[str]]:
    """The lines as a table is read."""
    return [list(COLUMNS), *([line.get(name, "") for name in COLUMNS] for line in lines)]


def csv_of(*lines: Mapping[str, str], encoding: str = "utf-8-sig") -> bytes:
    """The lines as a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows_of(*lines))
    return text.getvalue().encode(encoding)


def texts(most: int) -> dict[str, bytes]:
    """Text files 001.txt and so on."""
    return {f"{number:03}.txt": text_file(number) for number in range(1, most + 1)}
