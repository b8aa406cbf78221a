"""Pictures without words for those who do not see them."""

from collections.abc import Iterator

from django.urls import reverse

from gongkai.paperwork.html_blocks import blocks
from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject


def found(subject: Subject) -> Iterator[Finding]:
    """Each picture without words."""
    number = 0
    for block, element in enumerate(blocks(subject.version.body), 1):
        for image in element.iter("img"):
            number += 1
            if (image.get("alt") or "").strip():
                continue
            yield Finding(
                "picture_words",
                f"正文第 {block} 段",
                "",
                f"第 {number} 张图片没有文字说明",
                "写一句图上是什么；只起装饰作用的可以不写",
                mark(image.get("src")),
                anchor=f"#block-{block}",
                fix=reverse("publishing:pictures", args=(subject.item.pk,)),
                fix_label="写文字说明",
            )
