"""发文字号 as they are typed, and as they should be: 青政〔2024〕3号, with hexagonal brackets, no 第 and no leading zero."""

import re

from gongkai.paperwork.official_document.guesses import Guess

_OPEN, _CLOSE = r"〔\[［【（(﹝〈<{｛「『［", r"〕\]］】）)﹞〉>}｝」』］"
_CODE = r"[\u4e00-\u9fffA-Za-z·]{1,20}"
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_USUAL = re.compile(
    rf"(?:发文字号|文号|编号)?[:：]?(?P<code>{_CODE})[{_OPEN}]+(?P<year>[12][0-9]{{3}})年?[{_CLOSE}]+(?P<nth>第?)(?P<serial>[0-9]{{1,5}})号?"
)
_BARE = re.compile(
    rf"(?:发文字号|文号)?[:：]?(?P<code>{_CODE}[发字函办])(?P<year>20[0-9]{{2}})[-—]?(?P<nth>第)?(?P<serial>[0-9]{{1,5}})号"
)
_ORDER = re.compile(r"(?:[12][0-9]{3}年)?第(?:[0-9]{1,4}|[一二三四五六七八九十百〇零]{1,6})号")
_ISSUER = re.compile(r"(?:签发人|会签人)[:：].*$")


def document_number(words: str) -> Guess[str] | None:
    """The number that a whole line is; None for a line that says more than that."""
    close = _ISSUER.sub("", "".join(words.split())).translate(_WIDE)
    if close.startswith(("（", "(")) and close.endswith(("）", ")")):
        close = close[1:-1]
    found = _USUAL.fullmatch(close) or _BARE.fullmatch(close)
    if found is None:
        return Guess(close, words) if _ORDER.fullmatch(close) else None
    value = f"{found['code']}〔{found['year']}〕{int(found['serial'])}号"
    typed = re.sub(r"^(?:发文字号|文号|编号)?[:：]?", "", close)
    note = "" if value == typed else "已按公文格式改为六角括号、不加“第”、不编虚位"
    return Guess(value, words, note)
