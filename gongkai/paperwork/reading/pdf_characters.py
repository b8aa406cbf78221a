"""What a character code of a PDF stands for on paper.

Fonts map their glyphs back to look-alikes: radicals for whole characters, private codes for bullets.
"""

import unicodedata
from functools import cache

# Radicals that Unicode does not fold, and the character they are printed for.
_RADICALS = dict(
    zip(
        "⺁⺆⺊⺌⺎⺒⺓⺔⺙⺛⺝⺞⺠⺧⺪⺫⺬⺮⺯⺲⺷⺸⺻⺼⺽⻁⻃⻄⻅⻆⻉⻋⻐⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻟⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂冂卜小兀巳幺彑攵旡月歺民牛疋目示竹糸罒羊羊聿肉臼虎西西见角贝车金長长长门雨青韦页风飞食食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀",
        strict=True,
    )
)
_HYPHENS = {0x02, 0xFFFE}  # how PDFium gives a hyphen at the end of a line


@cache
def seen(code: int) -> str:
    """The character as read: " " for any blank, "" for one that leaves no mark."""
    if code in _HYPHENS:
        return "-"
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    character = chr(code)
    if character.isspace() or unicodedata.category(character) == "Zs":
        return " "
    if unicodedata.category(character) in {"Cc", "Cf", "Cn"}:
        return ""
    if "\u2e80" <= character <= "\u2fdf":
        return _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    return character
