"""TABLE of the checks before release: what each is called, how grave it is, by which rule, and whether an organ may take it otherwise."""

from dataclasses import dataclass
from typing import Literal

from gongkai.law.citation import Cite

Severity = Literal["blocking", "warning", "off"]
OFF: Severity = "off"
SEVERITY_LABELS: dict[Severity, str] = {
    "blocking": "必须处理（不处理不能签发）",
    "warning": "提醒",
    "off": "不检查",
}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check. ``fixed``: the law leaves the organ no choice of severity."""

    key: str
    label: str
    severity: Severity
    cite: Cite | None = None
    fixed: bool = False
    doubt: str = ""


_ACCURATE = Cite("条例", 6, 1)
_PERSONAL = Cite("条例", 15)
# fmt: off
CHECKS: tuple[CheckRow, ...] = (
    CheckRow("secrecy_mark", "密级标志", "blocking", Cite("条例", 14), fixed=True, doubt="只看得出写明的标志；没有标志的涉密内容由人审查"),
    CheckRow("personal_data", "没有遮盖的个人信息", "blocking", _PERSONAL, fixed=True),
    CheckRow("hidden_personal_data", "附件隐藏处的个人信息", "blocking", _PERSONAL, fixed=True),
    CheckRow("required_facts", "缺少必填的信息要素", "blocking", Cite("条例", 26), fixed=True),
    CheckRow("form", "没有做完的图集、视频等形式", "blocking", _ACCURATE, fixed=True),
    CheckRow("form_words", "图片、视频、音频没有文字说明", "blocking", _ACCURATE, doubt="《条例》没有逐项规定，按 WCAG 2.2"),
    CheckRow("form_sums", "预算、决算里对不上的数", "blocking", Cite("预算法", 75, 1), doubt="法律没有写明等式，系由表式推定"),
    CheckRow("form_tables", "预算、决算缺少的表", "warning", Cite("预决算公开规程"), doubt="没有核对规程的原文"),
    CheckRow("contact_data", "电话、住址、出生日期等信息", "warning", _PERSONAL, doubt="办公电话、地址可以公开，是不是个人的由人判断"),
    CheckRow("hidden_content", "附件里隐藏的内容", "warning", Cite("条例", 17, 2)),
    CheckRow("unread_file", "没有检查到的附件", "warning", Cite("条例", 17, 2)),
    CheckRow("facts", "缺少信息要素", "warning", Cite("条例", 12, 3)),
    CheckRow("old_site", "从旧网站迁入时的疑问", "warning", _ACCURATE),
    CheckRow("dates", "互相矛盾的日期", "warning", _ACCURATE),
    CheckRow("duplicate", "与已经公开的信息重复", "warning", _ACCURATE),
    CheckRow("wording", "错字和不规范的表述", "warning", _ACCURATE),
    CheckRow("bad_links", "写错的链接", "warning", _ACCURATE),
    CheckRow("hijacked_links", "可能被篡改的链接", "warning", _ACCURATE),
    CheckRow("dead_links", "打不开或者无法核对的链接", "warning", _ACCURATE),
    CheckRow("foreign_links", "通向别的网站的链接", "warning"),
    CheckRow("picture_words", "没有文字说明的图片", "warning"),
    CheckRow("long_title", "标题过长", "warning"),
)
# fmt: on
_ROWS = {row.key: row for row in CHECKS}


def check_row(key: str) -> CheckRow:
    """The check of that key; raises KeyError."""
    return _ROWS[key]
