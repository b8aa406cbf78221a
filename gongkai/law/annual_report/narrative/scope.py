"""Whose figures a sentence gives: those of the tables, or those of a wider or narrower circle of organs."""

import re

from gongkai.law.annual_report.report import AnnualReport

_OFFICE = r"(?:政府办(?:公室|公厅)?|府办|办公室|办公厅|党政办|综合办)"
_NARROWER = re.compile(
    rf"[省市区县州镇乡]?{_OFFICE}(?:代表[^，。；]{{0,8}}?政府)?|代表[^，。；]{{0,8}}?政府|[市县区州省镇乡]?本级|本机关|局机关|委机关|机关本身|以[^，。；]{{1,12}}名义"
)
_OWN_PART = re.compile(r"本级|局机关|委机关|机关本身|局本部")
_WIDER = re.compile(r"全[省市县区州旗镇乡系]统?|各(?:县|市|区|镇|乡|街道|部门|单位|地)|(?:系统|全市|全县|全区)各")
_LEVELS = {"省": "省", "自治区": "区", "自治州": "州", "市": "市", "区": "区", "县": "县", "旗": "旗", "镇": "镇", "乡": "乡"}
_KIND = re.compile(r"(省|自治区|自治州|市|区|县|旗|镇|乡)(?:人民)?政府$")


def scope_words(report: AnnualReport, sentence: str, end: int) -> str:
    """The words before ``end`` that speak of another circle of organs than the report's tables; "" if there are none.

    A government's tables cover its whole territory, so its office is narrower; an office's or a department's tables cover
    itself, so 全县 is wider. The nearest such words count.
    """
    name = (report.organ or re.split(r"20\d\d", report.title or "")[0]).strip()
    government = _KIND.search(name)
    before = sentence[:end]
    if government:
        own = "全" + _LEVELS[government.group(1)]
        found = [*_NARROWER.finditer(before), *(hit for hit in _WIDER.finditer(before) if hit.group()[:2] != own)]
        wide = [hit.end() for hit in re.finditer(own, before)]
        found = [hit for hit in found if not wide or hit.end() > wide[-1]]
    else:
        found = [*_WIDER.finditer(before), *_OWN_PART.finditer(before)]
    return max(found, key=lambda hit: hit.end()).group() if found else ""
