"""Facts that are missing: TABLE of what a genre, a column or an attribute asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from gongkai.common.quoting import quoting
from gongkai.law.attributes import attribute
from gongkai.law.genres import genre
from gongkai.publishing.aftercare import POLICY
from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.models import ItemVersion

LONG = 1_500
"""Characters."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A field that must not be empty ``where`` the version is of a sort. ``check`` is the row of the table it falls under."""

    field: str
    label: str
    where: Callable[[Subject], bool]
    check: str
    why: str


def is_official(subject: Subject) -> bool:
    """One of the kinds of official document."""
    key = subject.version.genre
    return bool(key) and genre(key).official


def in_content(subject: Subject) -> bool:
    """In the column of what must be published, or below it."""
    column = subject.item.column
    while column.parent is not None:
        column = column.parent
    return column.key == "content"


def is_policy(subject: Subject) -> bool:
    """Filed under the rules and normative documents of the law's catalogue, and no interpretation of one."""
    version = subject.version
    return POLICY in version.catalogue_keys and version.genre != "interpretation"


def grounded(subject: Subject) -> bool:
    """Decided not to be published of the organ's own accord."""
    return attribute(subject.version.attribute).grounds


def unofficial_content(subject: Subject) -> bool:
    """In that column without being an official document."""
    return in_content(subject) and not is_official(subject)


def is_long(subject: Subject) -> bool:
    """Too long to be taken in at a glance: more than some two pages."""
    return len(subject.words) > LONG


# fmt: off
REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("made_on", "成文日期", is_official, "required_facts", "公开的期限从信息形成之日起算"),
    Requirement("attribute_ground", "不公开的依据", grounded, "required_facts", "不公开要有法定的依据"),
    Requirement("document_number", "发文字号", is_official, "facts", "公文有发文字号，读者按文号找"),
    Requirement("made_on", "成文日期", unofficial_content, "facts", "公开的期限从信息形成之日起算"),
    Requirement("genre", "体裁", in_content, "facts", "读者按体裁筛选"),
    Requirement("rule_kind", "文件性质", is_policy, "facts", "年报表二要按规章、行政规范性文件统计件数；都不是的选“都不是”"),
    Requirement("theme", "主题分类", in_content, "facts", "读者按主题筛选"),
    Requirement("catalogue_keys", "法定事项", in_content, "facts", quoting("法定主动公开内容要能对上{publish_kinds}的哪一项")),
    Requirement("summary", "内容概述", is_long, "facts", "长文有概述，列表和搜索结果里才看得明白"),
)
# fmt: on


def found(subject: Subject) -> Iterator[Finding]:
    """The fields that are empty and should not be."""
    if subject.item.is_elsewhere:
        return
    for row in REQUIREMENTS:
        if not _filled(subject.version, row.field) and row.where(subject):
            yield _finding(subject, row)


def _filled(version: ItemVersion, field: str) -> bool:
    return bool(getattr(version, field))


def _finding(subject: Subject, row: Requirement) -> Finding:
    edit = reverse("publishing:edit", args=(subject.item.pk,))
    return Finding(
        row.check,
        row.label,
        "",
        f"没有填写{row.label}",
        f"{row.why}；请补上",
        mark(row.check, row.field),
        anchor=f"{edit}#id_{row.field}",
    )
