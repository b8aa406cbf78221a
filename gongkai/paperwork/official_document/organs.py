"""Names of organs as a line says them: at the foot of a document, in its letterhead, before 关于 in its title."""

import re

_ENDS = "人民政府|政府|办公室|办公厅|委员会|厅|局|部|院|署|办|处|科|所|站|队|中心|公司|学校|大学|协会|联合会|指挥部|领导小组|银行|委|会"
_ORGAN = re.compile(rf"[\u4e00-\u9fff（）()“”·]{{2,38}}(?:{_ENDS})")
_SEAL = re.compile(r"[（(](?:盖章|印章|公章|章)[）)]$")
_NOT_NAMES = re.compile(
    r"的|关于|通知|决定|意见|公告|如下|附件|自.{0,6}起|本办法|会议|全部|内部|干部|机会|社会$"
)
LETTERHEAD = re.compile(r"(?P<organs>.*?)文件")


def organ(words: str) -> str:
    """The name that the words are; "" if they are none."""
    name = _SEAL.sub("", words.replace(" ", ""))
    return name if _ORGAN.fullmatch(name) and not _NOT_NAMES.search(name) else ""


def organs(line: str) -> list[str]:
    """The names that a line is made of, set apart by spaces or 、; nothing if it says anything else."""
    if name := organ(line):
        pieces = [organ(piece) for piece in re.split(r"[ 、]", line) if piece]
        return pieces if len(pieces) > 1 and all(_whole(piece) for piece in pieces) else [name]
    names = [organ(piece) for piece in re.split(r"[ 、]", line) if piece]
    return names if names and all(names) else []


def _whole(name: str) -> bool:
    """Whether a piece is a name by itself, and not one letter-spaced word of a name (青石镇 人民政府)."""
    return bool(name) and not re.fullmatch(rf"(?:{_ENDS})", name)
