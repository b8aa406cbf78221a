"""A stored file that belongs to one version of an item."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.files.models import StoredFile
from gongkai.publishing.models.item import ItemVersion

USES = (
    ("attachment", "附件"),
    ("picture", "正文里的图片"),
    ("part", "图集、视频等形式里的文件"),
    ("original", "原稿，不公开"),
)


class Attachment(models.Model):
    """What a file is for a text: shown below it, inside it, by its form, or kept as the paper it was taken from.

    The rows of a sealed version never change; the next version starts with rows of its own for the same files.
    """

    version = models.ForeignKey(
        ItemVersion, on_delete=models.CASCADE, related_name="attachments", verbose_name="版本"
    )
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="文件"
    )
    title = models.CharField("名称", max_length=120)
    use = models.CharField("用途", max_length=16, choices=USES, default="attachment")
    order = models.PositiveIntegerField("顺序", default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("version", "file", "use"), name="publishing_attachment_once"
            ),
        )
        ordering = ("order", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        """Whether readers get it with the text."""
        return self.use != "original"

    @property
    def agency(self) -> Agency:
        """The item's organ, by which permissions guard it."""
        return self.version.agency
