"""The table of notices."""

from django.db import models


class Notice(models.Model):
    """One thing a person should know. ``key`` names it: the same key twice is one notice. People are named by id alone."""

    user_id = models.BigIntegerField("人员编号")
    key = models.CharField("键", max_length=200)
    text = models.CharField("内容", max_length=300)
    url = models.CharField("地址", max_length=300, blank=True)
    at = models.DateTimeField("时间")
    read_at = models.DateTimeField("读于", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user_id", "key"), name="common_notice_key_once"),
        )
        indexes = (models.Index(fields=("user_id", "-at"), name="common_notice_of_user"),)
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.text
