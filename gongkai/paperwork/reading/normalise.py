"""Text as it is compared: width, spaces and punctuation that carry no meaning are taken away.

Two strengths: ``tidy`` for text that people will read, ``bare`` for labels that are only compared.
"""

import re
import unicodedata

_SPACES = re.compile(r"[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad]+")
_CJK = (
    r"\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uff01-\uff60\uffe0-\uffe6“”‘’…—·"
)
_SPACE_BESIDE_CJK = re.compile(rf"(?<=[{_CJK}]) | (?=[{_CJK}])")
_NOT_LABEL = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff\u3400-\u4dbf〇]+")


def tidy(text: str) -> str:
    """Fold white space to single spaces and drop those beside Chinese characters and punctuation."""
    return _SPACE_BESIDE_CJK.sub("", _SPACES.sub(" ", text)).strip()


def squeeze(text: str) -> str:
    """All white space and invisible characters taken away; width folded (Ａ１（ to A1()."""
    return _SPACES.sub("", unicodedata.normalize("NFKC", text))


def bare(text: str) -> str:
    """A label as compared: no spaces, no punctuation, width folded. 1、属于国家秘密 gives 1属于国家秘密."""
    return _NOT_LABEL.sub("", unicodedata.normalize("NFKC", text))
