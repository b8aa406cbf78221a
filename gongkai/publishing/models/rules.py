"""What an organ decides itself about its publishing, where the law leaves it open; and the serial numbers it has given."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned

INDEX_PATTERN = "{organ}/{year}-{serial:05}"


class PublishingRules(Versioned):
    """One row an organ; without a row the defaults hold.

    ``index_pattern``: how its 索引号 are written; {organ} is the social credit code, or the organ's own code where there is none.
    """

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="publishing_rules", verbose_name="机关"
    )
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
