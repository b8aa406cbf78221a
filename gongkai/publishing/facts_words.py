"""Facts in words: what the desk lists beside a text, and what a comparison of two versions shows of them."""

from collections.abc import Iterator

from gongkai.law.attributes import attribute, ground
from gongkai.law.catalogue import item as catalogue_item
from gongkai.law.genres import genre
from gongkai.law.themes import theme
from gongkai.publishing.facts import Facts


def worded(facts: Facts, department: str = "") -> list[tuple[str, str]]:
    """Name and words of each fact that is there, in the order in which officials read them."""
    return [(name, words) for name, words in _all(facts, department) if words]


def _all(facts: Facts, department: str) -> Iterator[tuple[str, str]]:
    yield "成文日期", str(facts.made_on or "")
    yield "体裁", genre(facts.genre).label if facts.genre else ""
    yield "主题分类", theme(facts.theme).label if facts.theme else ""
    yield "公开属性", _attribute(facts)
    yield "不公开的理由", facts.attribute_reason
    yield "下次评估", str(facts.reassess_on or "")
    yield "来源部门", department
    yield "施行日期", str(facts.effective_on or "")
    yield "有效期至", str(facts.ends_on or "")
    yield "获取自", facts.obtained_from
    yield "联合制作", "、".join(facts.joint_organs)
    yield "牵头", "" if facts.lead else "由别的机关牵头"
    yield "法定事项", "；".join(catalogue_item(key).label for key in facts.catalogue_keys)


def _attribute(facts: Facts) -> str:
    """The attribute, with its ground where there is one."""
    row = attribute(facts.attribute)
    if not facts.attribute_ground:
        return row.label
    why = ground(facts.attribute_ground)
    return f"{row.label}：{why.label}（{why.cite}）"
