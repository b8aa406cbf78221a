"""The kinds of personal data, the patterns they are known by, and numbers that only look like them: one row each."""

import re
from dataclasses import dataclass
from typing import Literal

from gongkai.paperwork.personal_data import checks
from gongkai.paperwork.personal_data import expressions as written
from gongkai.paperwork.personal_data.checks import Check

Kind = Literal[
    "resident_id",
    "mobile",
    "landline",
    "bank_card",
    "passport",
    "email",
    "address",
    "licence_plate",
    "birth_date",
]
GRAVE: frozenset[Kind] = frozenset({"resident_id", "bank_card", "passport", "mobile"})
"""Kinds that a text for the public hardly ever needs in full; the others may be an office's own."""

LABELS: dict[Kind, str] = {
    "resident_id": "居民身份证号码",
    "mobile": "手机号码",
    "landline": "固定电话号码",
    "bank_card": "银行卡号或账号",
    "passport": "护照或通行证号码",
    "email": "电子邮箱",
    "address": "住址",
    "licence_plate": "机动车号牌",
    "birth_date": "出生日期",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which personal data is written.

    ``kind`` None is something else that no find may be made of. Where two overlap, the higher ``certainty`` wins.
    ``mask`` follows what is kept. ``reach`` Chinese characters before the match belong to the find and stay visible.
    ``by_label``: the value is known only by the word before it, and is then sought in the whole text.
    """

    kind: Kind | None
    regex: str
    certainty: int
    source: str
    mask: str = ""
    check: Check = checks.always
    reach: int = 0
    by_label: bool = False
    doubt: str = ""

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression; ``re`` keeps it compiled."""
        return re.compile(self.regex, re.IGNORECASE)


_ID = "*" * 12
_CARD = "*" * 16
_GB_ID = "GB 11643-1999《公民身份号码》：地址码、出生日期码、顺序码、校验码"
_GB_OLD_ID = "GB 11643-1989《社会保障号码》：15 位，没有校验码"
_PLATES = "GA 36-2018《中华人民共和国机动车号牌》"
_NUMBERING = "《电信网编号计划（2017年版）》"
_ISO_CARD = "ISO/IEC 7812-1：发卡机构标识代码，末位为 Luhn 校验码"
_PASSPORTS = "E 加 8 位，2017 年起 E 加一个字母和 7 位；旧版 G 加 8 位；公务类 DE、SE、PE 加 7 位"
_USAGE = "办事材料中的常见写法"
_SECOND_HAND = "依据二手资料，未见原文"
_NO_STANDARD = "没有全国统一的写法，按常见写法识别，会有遗漏和多认"
_MISTYPED = "校验码不符的可能是笔误，仍按身份证号码处理"
_ISSUERS = "发卡机构标识代码只核对开头一两位"
_REACH = 24

# fmt: off
PATTERNS: tuple[Pattern, ...] = (
    Pattern("resident_id", written.RESIDENT_ID, 100, _GB_ID, _ID, checks.is_resident_id),
    Pattern("resident_id", written.OLD_RESIDENT_ID, 40, _GB_OLD_ID, _ID, checks.is_old_resident_id),
    Pattern("resident_id", written.LABELLED_RESIDENT_ID, 35, _USAGE, _ID, by_label=True, doubt=_MISTYPED),
    Pattern("email", written.EMAIL, 99, "RFC 5321 第4.5.3.1节（长度）", "***@***"),
    Pattern("mobile", written.MOBILE, 85, _NUMBERING, "*" * 11, doubt="13 至 19 开头的全部识别，不核对网号是否已经分配"),
    *(Pattern("bank_card", written.bank_card(length), 80, _ISO_CARD, _CARD, checks.is_luhn, doubt=_ISSUERS) for length in (19, 18, 17, 16)),
    Pattern("bank_card", written.LABELLED_ACCOUNT, 34, _USAGE, _CARD, by_label=True, doubt=_NO_STANDARD),
    Pattern("licence_plate", written.NEW_ENERGY_PLATE, 71, _PLATES, "*" * 5, doubt=_SECOND_HAND),
    Pattern("licence_plate", written.LICENCE_PLATE, 70, _PLATES, "*" * 5, checks.has_two_digits, doubt=_SECOND_HAND),
    Pattern("birth_date", written.LABELLED_BIRTH_DATE, 92, _USAGE, "****年**月**日", doubt=_NO_STANDARD),
    Pattern("birth_date", written.BIRTH_DATE, 91, _USAGE, "****年**月**日", doubt=_NO_STANDARD),
    Pattern("passport", written.PASSPORT, 60, _PASSPORTS, "*" * 8, doubt=_SECOND_HAND),
    Pattern("passport", written.LABELLED_PASSPORT, 33, _USAGE, "*" * 8, checks.has_two_digits, by_label=True, doubt=_NO_STANDARD),
    Pattern("landline", written.LANDLINE, 50, _NUMBERING, "-" + "*" * 8),
    Pattern("landline", written.LABELLED_LANDLINE, 32, _USAGE, "*" * 8, by_label=True, doubt=_NO_STANDARD),
    Pattern("address", written.LABELLED_ADDRESS, 31, _USAGE, "***", doubt=_NO_STANDARD),
    Pattern("address", written.STREET_ADDRESS, 30, _USAGE, "***", reach=_REACH, doubt=_NO_STANDARD),
    Pattern("address", written.VILLAGE_ADDRESS, 29, _USAGE, "***", reach=_REACH, doubt=_NO_STANDARD),
    Pattern("address", written.FLAT_ADDRESS, 28, _USAGE, "***", reach=_REACH, doubt=_NO_STANDARD),
    Pattern(None, written.CREDIT_CODE, 95, "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》", check=checks.is_credit_code),
    Pattern(None, written.AMOUNT, 90, "数额和计量"),
    Pattern(None, written.DOCUMENT_NUMBER, 90, "GB/T 9704-2012《党政机关公文格式》：发文字号"),
    Pattern(None, written.DAY, 90, "日期"),
)
# fmt: on
