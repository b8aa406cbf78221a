"""Attachments: personal data in them, what they hide, and what could not be looked through."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse

from gongkai.paperwork.attachment_mask import MASKABLE
from gongkai.paperwork.personal_data import LABELS
from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.personal import check_of
from gongkai.publishing.checks.subject import SeenFile, Subject
from gongkai.publishing.models import Item


def found(subject: Subject) -> Iterator[Finding]:
    """What is known of every public file."""
    for seen in subject.files:
        if seen.survey is None:
            yield _unread(seen, "这个附件还没有检查", "点“重新检查”")
            continue
        for find in seen.survey.finds:
            yield _personal(subject.item, seen, find)
        for hidden in seen.survey.hidden:
            yield _hidden(seen, hidden)
        if seen.survey.trouble:
            yield _unread(seen, seen.survey.trouble, "请人工看一遍这个附件")


def _address(seen: SeenFile) -> str:
    return reverse("files:download", args=(seen.row.file.token,))


def _personal(item: Item, seen: SeenFile, find: Mapping[str, Any]) -> Finding:
    more = f"等 {find['places']} 处" if find["places"] > 1 else ""
    place = f"附件“{seen.row.title}” {find['place']}{more}"
    label, file = LABELS[find["kind"]], seen.row.file
    can_mask = file.kind in MASKABLE
    return Finding(
        "hidden_personal_data" if find["hidden"] else check_of(find["kind"]),
        place,
        find["masked"],
        f"{place}有{label}",
        "遮盖，或者换上新的文件" if can_mask else "在原稿里遮盖之后重新导出，换上新的文件",
        mark(file.sha256, find["mark"]),
        anchor=_address(seen),
        fix=reverse("publishing:mask_file", args=(item.pk, file.pk)) if can_mask else "",
        fix_label="遮盖这个附件",
    )


def _hidden(seen: SeenFile, hidden: Mapping[str, Any]) -> Finding:
    place = f"附件“{seen.row.title}” {hidden['place']}"
    return Finding(
        "hidden_content",
        place,
        hidden["excerpt"],
        f"附件“{seen.row.title}”里有{hidden['way']}，共 {hidden['pieces']} 处",
        "读者打开文件就能看到：删去之后换上新的文件，或者确认可以公开",
        mark(seen.row.file.sha256, hidden["way"]),
        anchor=_address(seen),
    )


def _unread(seen: SeenFile, trouble: str, advice: str) -> Finding:
    return Finding(
        "unread_file",
        f"附件“{seen.row.title}”",
        "",
        f"附件“{seen.row.title}”：{trouble}",
        advice,
        mark(seen.row.file.sha256),
        anchor=_address(seen),
    )
