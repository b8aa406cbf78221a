"""The columns of the inventory of an old website: headings, what each is for, and what exports of other programs call them."""

from collections.abc import Mapping

from gongkai.agencies.tables.checking import CellError
from gongkai.agencies.tables.reading import Rows

COLUMNS: Mapping[str, str] = {
    "旧网址": "必填，网页在旧网站的地址，例：/zwgk/tzgg/t20190306_12.html；同一篇有几个地址的用；隔开",
    "网页文件": "压缩包里的网页文件，例：zwgk/tzgg/t20190306_12.html；不填就按旧网址找",
    "旧栏目": "旧网站的栏目名称；不填就看网页的 ColumnName 标签",
    "标题": "不填就看网页",
    "发文字号": "不填就看网页和正文",
    "成文日期": "例：2019-03-05；不填就看网页和正文的落款",
    "旧网站发布日期": "在旧网站公开的日期，例：2019-03-06；不填就看网页",
    "体裁": "公文种类，例：通知；不填就看标题",
    "主题分类": "例：民政、扶贫、救灾；不填就看网页",
    "有效性": "有效、已修改、已废止、已失效；不填就看网页",
    "施行日期": "例：2019-04-01；不填就看正文",
    "有效期至": "例：2024-03-31；不填就看正文",
    "内容概述": "一两句话，列表和搜索结果里显示",
    "附件": "压缩包里的文件名，几个文件用；隔开；正文里链接的附件自动带入，不用写",
    "来源": "内设机构，或者信息从哪里来；不填就看网页的 ContentSource 标签",
    "索引号": "旧的索引号继续使用；不填就由本系统编",
    "正文位置": "正文在网页的哪个位置，写 id 或者 class，例：#zoom、.TRS_Editor；不填就按上传时写的",
    "公示到哪一天": "还在公示期的名单必填；公示期已满的名单不能迁入",
    "长期公开的依据": "法律、法规要求长期公开的名单，写依据",
}
REQUIRED = ("旧网址",)
_OTHER_NAMES: Mapping[str, str] = {
    "网址": "旧网址", "原网址": "旧网址", "链接": "旧网址", "链接地址": "旧网址", "页面地址": "旧网址", "url": "旧网址", "link": "旧网址",
    "文件": "网页文件", "文件名": "网页文件", "正文文件": "网页文件", "html": "网页文件", "html文件": "网页文件", "file": "网页文件",
    "栏目": "旧栏目", "所属栏目": "旧栏目", "原栏目": "旧栏目", "栏目名称": "旧栏目", "column": "旧栏目", "columnname": "旧栏目",
    "信息标题": "标题", "名称": "标题", "title": "标题", "articletitle": "标题",
    "文号": "发文字号", "文件编号": "发文字号",
    "生成日期": "成文日期", "形成日期": "成文日期", "印发日期": "成文日期", "制发日期": "成文日期",
    "发布日期": "旧网站发布日期", "发布时间": "旧网站发布日期", "公开日期": "旧网站发布日期", "公开时间": "旧网站发布日期",
    "pubdate": "旧网站发布日期",
    "体裁分类": "体裁", "文种": "体裁", "主题": "主题分类", "效力状态": "有效性", "是否有效": "有效性", "实施日期": "施行日期",
    "失效日期": "有效期至",
    "摘要": "内容概述", "概述": "内容概述", "信息来源": "来源", "稿件来源": "来源", "来源部门": "来源", "contentsource": "来源",
    "附件文件": "附件", "正文class": "正文位置", "正文id": "正文位置", "class": "正文位置",
}  # fmt: skip
"""What else a heading may be called; compared in small letters and without blanks."""


def heading(written: str) -> str:
    """The heading that is meant; "" for one that says nothing to us."""
    bare = "".join(written.split())
    return bare if bare in COLUMNS else _OTHER_NAMES.get(bare.lower(), "")


def headings_of(rows: Rows) -> tuple[list[str], list[CellError]]:
    """The headings of the first line in their places, and what is wrong with them."""
    heads = [heading(cell) for cell in rows[0]]
    missing = [name for name in REQUIRED if name not in heads]
    twice = [name for name in COLUMNS if heads.count(name) > 1]
    if missing:
        return heads, [CellError(1, "、".join(missing), "", "第一行缺少这些列名")]
    if twice:
        return heads, [CellError(1, "、".join(twice), "", "第一行里这些列名重复，或者意思相同")]
    return heads, []
