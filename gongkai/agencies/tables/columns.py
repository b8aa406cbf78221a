"""The columns of the table of organs, in their order: heading and the fact that it holds."""

from collections.abc import Mapping

COLUMNS: Mapping[str, str] = {
    "代码": "code",
    "名称": "name",
    "简称": "short_name",
    "种类": "kind",
    "上级代码": "parent",
    "统一社会信用代码": "social_credit_code",
    "行政区划代码": "region_code",
    "设立日期": "since",
    "有公开专栏": "has_site",
}
REQUIRED = ("代码", "名称", "种类", "上级代码", "设立日期")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
