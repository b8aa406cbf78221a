"""Whose figures a sentence gives: those of the tables, or those of a wider or narrower circle of organs."""

import re

from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.annual_report.structure import organ_name

_OFFICE = r"(?:政府办(?:公室|公厅)?|府办|办公室|办公厅|党政办|综合办)"
_NARROWER = re.compile(
    rf"[省市区县州镇乡]?{_OFFICE}(?:代表[^，。；]{{0,8}}?政府)?|代表[^，。；]{{0,8}}?政府|[市县区州省镇乡]?本级|本机关(?!不掌握)|局机关|委机关|机关本身|以[^，。；]{{1,12}}名义"
    r"|[省市区县州旗](?!级)[\u4e00-\u9fff]{2,8}局(?=全年|本?年度?|共|累计|新|收到|受理|办理|办结|答复|作出|制发)"
)
_OWN_PART = re.compile(r"本级|局机关|委机关|机关本身|局本部")
_WIDER = re.compile(r"全[省市县区州旗镇乡系]统?|各(?:县|市|区|镇|乡|街道|部门|单位|地)|(?:系统|全市|全县|全区)各")
_LEVELS = {"省": "省", "自治区": "区", "自治州": "州", "市": "市", "区": "区", "县": "县", "旗": "旗", "镇": "镇", "乡": "乡"}
_KIND = re.compile(r"(省|自治区|自治州|市|区|县|旗|镇|乡)(?:(?:人民)?政府)?$")


def scope_words(report: AnnualReport, sentence: str, end: int) -> str:
    """The words before ``end`` that speak of another circle of organs than the report's tables; "" if there are none.

    A government's tables cover its whole territory, so its office is narrower; an office's or a department's tables cover
    itself, so 全县 is wider. The nearest such words count, unless 全县 of a county stands nearer still.
    """
    before = sentence[:end]
    government = _KIND.search(organ_name(report))
    if government is None:
        return _last([*_WIDER.finditer(before), *_OWN_PART.finditer(before)], 0)
    own = "全" + _LEVELS[government.group(1)]
    others = [hit for hit in _WIDER.finditer(before) if not hit.group().startswith(own)]
    return _last([*_NARROWER.finditer(before), *others], before.rfind(own))


def _last(hits: list[re.Match[str]], after: int) -> str:
    later = [hit for hit in hits if hit.end() > after]
    return max(later, key=lambda hit: hit.end()).group() if later else ""
