"""What applicants are told by e-mail or text message: one row a message, without an address and without words about the request."""

from django.db import models

from gongkai.casework.models.case import Case
from gongkai.law.applicant_news import NEWS

WAYS = (("mail", "电子邮件"), ("sms", "短信"))
NEWS_CHOICES = tuple((row.key, row.label) for row in NEWS)


class Telling(models.Model):
    """One message. ``read_entry`` is the journal's entry that its address was opened; ``begun_at``: somebody set out to send it.

    ``occurrence`` tells occasions of one kind apart: which notice of the kind, or which round.
    """

    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="tellings", verbose_name="办件"
    )
    news = models.CharField("事项", max_length=24, choices=NEWS_CHOICES)
    occurrence = models.PositiveSmallIntegerField("第几次")
    way = models.CharField("方式", max_length=8, choices=WAYS)
    until = models.DateField("最迟", null=True, blank=True)
    at = models.DateTimeField("时间")
    read_entry = models.BigIntegerField("查看地址的留痕", null=True, blank=True)
    begun_at = models.DateTimeField("开始发送时间", null=True, blank=True)
    sent_at = models.DateTimeField("发出时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "news", "occurrence", "way"), name="casework_told_once"
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}{self.get_news_display()}（{self.get_way_display()}）"
