"""The words by which heads, rows and titles of open tables are recognised, whatever spaces and brackets stand between them."""

import re
import unicodedata

UNIT = re.compile(r"单位[:：]?(人民币)?(?P<unit>亿元|万元|千元|元)")
CODE = re.compile(r"[\[【(]?(?P<code>\d{3}(?:\d{2}){0,2})(?!\d)")
LABEL_HEAD = re.compile(
    r"项目(\(.*\))?|.*(科目|名称|分类|内容|备注|说明|部门|单位|事项|品目|级次)(\(.*\))?|收入|支出"
)
CODE_HEAD = re.compile(r".*(编码|代码)|类|款|项")
LINE_HEAD = re.compile(r"行次|栏次|序号")
LINE_CELL = re.compile(r"行次|栏次|序号|类|款|项|[0-9]{1,2}(=.*)?|\*{1,2}")
YEAR = re.compile(r"20\d\d")
SHARE_HEAD = re.compile(r".*(%|比例|占比|增减率|增长率|增幅|完成率|比重).*")
COMPARED = re.compile(r".*(增减|比上年|比预算|上年(预算|执行|决算|数)|上年度).*")
SUM_HEAD = re.compile(r"(本年)?(收入|支出)?(合计|小计|总计)")
TOTAL_ROW = re.compile(r"(收入|支出|收支)?(总计|合计|总合计)")
NOTE = re.compile(r"(注|备注|说明|填表说明)[:：1-9一]")
HEAD_WORD = re.compile(r"项目|科目|合计|预算数|决算数|名称|编码|收入|支出|金额|小计")


def bare(text: str) -> str:
    """A text without spaces, in narrow signs: 合　计 is 合计."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def title_words(text: str) -> str:
    """A title without spaces and quotes: “三公”经费 is 三公经费."""
    return re.sub(r"[“”\"'‘’《》]", "", bare(text))


def code_of(text: str) -> str:
    """The code of a subject at the beginning of a cell, "" where there is none."""
    found = CODE.match(bare(text))
    return found["code"] if found else ""
