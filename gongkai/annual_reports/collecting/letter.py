"""The letter that goes to an organ on another system with its report: what is to be mended, in words, to be sent as it is."""

from typing import Literal

from gongkai.annual_reports.models import HandedIn
from gongkai.paperwork.letters import OfficialLetter, print_letter

Kind = Literal["docx", "txt"]


def return_letter(row: HandedIn) -> OfficialLetter:
    """The letter of a report that was sent back. It bears no red head: the office puts it on its own paper."""
    said = (
        f"你单位报送的{row.year}年度政府信息公开工作年度报告（第{row.number}次报送）经核对，需要修改后重新报送。"
        "具体意见如下："
    )
    return OfficialLetter(
        title="关于修改政府信息公开工作年度报告的意见",
        addressee=row.organ.name,
        paragraphs=(
            said,
            *row.remark.splitlines(),
            "请改正后重新报送；意见有误的，请附说明。",
            row.collector.name,
        ),
    )


def letter_file(row: HandedIn, kind: Kind) -> bytes:
    """The letter as a Word file, or as text to be pasted into a message. Raises CannotPrint."""
    letter = return_letter(row)
    if kind == "docx":
        return print_letter(letter, "docx")
    lines = (letter.title, f"{letter.addressee}：", *letter.paragraphs)
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()
