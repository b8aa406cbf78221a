"""The table of drafts. Bodies may hold personal data: they are small, short-lived and only their writer reads them."""

from django.db import models


class Draft(models.Model):
    """One form of one person. ``person_id`` is no foreign key, since people live on a floor above.

    ``base`` is the version of the record that the person had open; it may have grown since.
    """

    person_id = models.BigIntegerField("人员")
    form = models.CharField("表单", max_length=60)
    object_key = models.CharField("对象", max_length=60, blank=True)
    base = models.CharField("所依据的版本", max_length=20, blank=True)
    body = models.JSONField("内容")
    saved_at = models.DateTimeField("保存时间", db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person_id", "form", "object_key"), name="common_one_draft_a_form"
            ),
        )

    def __str__(self) -> str:
        return f"{self.form} {self.object_key}"
