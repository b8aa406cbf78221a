"""What the public side of a request keeps: drafts that only their secret link opens, and the query code of a request as a keyed hash."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.casework.models.applicant import USES
from gongkai.casework.models.case import Case
from gongkai.files.models import StoredFile


class RequestDraft(models.Model):
    """One form that is being filled in. Its secret stands in the applicant's link alone; ``key_index`` finds it again by that.

    ``sealed`` opens with the secret and the master key together. ``case`` is what came of it: a form sent twice makes one request.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="request_drafts", verbose_name="机关"
    )
    key_index = models.CharField("链接的记号", max_length=64, unique=True)
    sealed = models.TextField("填写的内容（加密）", blank=True)
    expires_on = models.DateField("保存到哪一天", db_index=True)
    case = models.OneToOneField(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="办件"
    )

    def __str__(self) -> str:
        return f"网上申请草稿{self.pk}"


class DraftFile(models.Model):
    """A file that was handed in with a draft; another one for the same use takes its place."""

    draft = models.ForeignKey(
        RequestDraft, on_delete=models.CASCADE, related_name="files", verbose_name="草稿"
    )
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name="文件"
    )
    use = models.CharField("用途", max_length=16, choices=USES)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("draft", "use"), name="casework_draft_file_once"),
        )

    def __str__(self) -> str:
        return self.get_use_display()


class CaseCode(models.Model):
    """The query code of a request that came in online: as keyed hash only, so that nobody reads it out of the database."""

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, related_name="code", verbose_name="办件"
    )
    index = models.CharField("查询码的记号", max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.case}的查询码"
