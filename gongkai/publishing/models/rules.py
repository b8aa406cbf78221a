"""What an organ decides itself about its publishing, where the law leaves it open; and the serial numbers it has given."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned

INDEX_PATTERN = "{organ}/{year}-{serial:05}"


class PublishingRules(Versioned):
    """One row an organ; without a row the defaults hold.

    ``hand_in_days``: working days after the information was formed within which a department hands it in; None where none is set.
    ``reminder_days``: after how many working days to remind; empty for those of the law's table.
    ``interpretation_days``: in place of the table's days; ``recheck_months``: by genre, after how many months a text is looked at.
    ``index_pattern``: how its 索引号 are written; {organ} is the social credit code, or the organ's own code where there is none.
    """

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="publishing_rules", verbose_name="机关"
    )
    hand_in_days = models.PositiveSmallIntegerField("部门几个工作日内送审", null=True, blank=True)
    reminder_days = models.JSONField("第几个工作日提醒", default=list, blank=True)
    interpretation_days = models.PositiveSmallIntegerField(
        "公开后几个工作日内解读", null=True, blank=True
    )
    recheck_months = models.JSONField("各体裁每几个月核对", default=dict, blank=True)
    index_pattern = models.CharField("索引号的写法", max_length=80, default=INDEX_PATTERN)

    def __str__(self) -> str:
        return f"{self.agency}的发布规则"


class IndexSerial(models.Model):
    """The last serial number given in a year: numbers are given once and never again, even where the item never appears."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="index_serials", verbose_name="机关"
    )
    year = models.PositiveIntegerField("年")
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("agency", "year"), name="publishing_serial_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.agency}{self.year}年第{self.last}号"
