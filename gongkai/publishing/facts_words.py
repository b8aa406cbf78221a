"""Facts in words: what the desk lists beside a text, and what a comparison of two versions shows of them."""

from collections.abc import Iterator

from gongkai.law.attributes import attribute, ground
from gongkai.law.catalogue import item as catalogue_item
from gongkai.law.catalogue import limit
from gongkai.law.genres import genre
from gongkai.law.rule_kinds import rule_kind
from gongkai.law.themes import theme
from gongkai.law.validity import validity
from gongkai.publishing.facts import Facts


def worded(facts: Facts, department: str = "") -> list[tuple[str, str]]:
    """Name and words of each fact that is there, in the order in which officials read them."""
    return [(name, words) for name, words in _all(facts, department) if words]


def _all(facts: Facts, department: str) -> Iterator[tuple[str, str]]:
    yield "成文日期", str(facts.made_on or "")
    yield "变更日期", str(facts.changed_on or "")
    yield "另有期限", str(limit(facts.limit_key)) if facts.limit_key else ""
    yield "该期限的起算日", str(facts.counted_from or "")
    yield "公示到", str(facts.offline_on or "")
    yield "长期公开的依据", facts.stays_by
    yield "体裁", genre(facts.genre).label if facts.genre else ""
    yield "文件性质", rule_kind(facts.rule_kind).label if facts.rule_kind else ""
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
    yield "迁自", facts.old_site
    yield "在旧网站公开的日期", _old_site_day(facts)
    yield (
        "迁入时的有效性",
        validity(facts.old_site_validity).label if facts.old_site_validity else "",
    )
    yield "法定事项", "；".join(catalogue_item(key).label for key in facts.catalogue_keys)


def _old_site_day(facts: Facts) -> str:
    """The day, or that nobody knows it."""
    return str(facts.old_site_day or ("不详" if facts.old_site else ""))


def _attribute(facts: Facts) -> str:
    """The attribute, with its ground where there is one."""
    row = attribute(facts.attribute)
    if not facts.attribute_ground:
        return row.label
    why = ground(facts.attribute_ground)
    return f"{row.label}：{why.label}（{why.cite}）"
