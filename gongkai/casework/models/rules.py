"""What an organ decides itself about its casework where the law leaves it open, and the numbers it has given."""

from django.db import models
from django.db.models import Q

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned

NUMBER_PATTERN = "依申请〔{year}〕{serial}号"
SERIES = (
    ("request", "申请编号"),
    ("reply", "答复"),
    ("notice", "告知申请人"),
    ("consultation", "征求第三方意见"),
    ("organ", "致其他机关的函"),
    ("typed", "自行编号"),
)
"""Rows of numbers that run side by side at one organ; ``typed`` are those that an officer took from elsewhere."""
LETTER_PATTERNS = {
    "reply": "{organ}依复〔{year}〕{serial}号",
    "notice": "{organ}依告〔{year}〕{serial}号",
    "consultation": "{organ}依征〔{year}〕{serial}号",
    "organ": "{organ}依函〔{year}〕{serial}号",
}
DRAFT_DAYS, MOST_DRAFT_DAYS = 15, 90
DOWNLOAD_DAYS, MOST_DOWNLOAD_DAYS = 30, 365
MOST_KEPT_MONTHS = 600
COUNTED_BY = (
    ("alive", "当年收到的和上年未审结的"),
    ("received", "当年收到的"),
    ("closed", "当年审结的和年末未审结的"),
)


class CaseRules(Versioned):
    """One row an organ; without a row the defaults hold.

    ``number_pattern``: how its numbers are written; {organ} is the short name. ``reminder_days``: how many working days before the
    last day to remind, empty for those of the law's table. ``remedies_counted``: which year 表四 counts a remedy in.
    ``letter_patterns``: how 发文字号 are written, by series, where not as ``LETTER_PATTERNS`` has it.
    ``download_days``: how long files of a reply can be downloaded.
    ``draft_days``: how long a request begun online and not sent in is kept; no law says so. ``kept_months``: how long who asked is
    kept after a case was closed, before the desk asks whether to erase it; no law says so, and without it nobody is asked.
    """

    agency = models.OneToOneField(
        Agency, on_delete=models.CASCADE, related_name="case_rules", verbose_name="机关"
    )
    number_pattern = models.CharField("编号的写法", max_length=80, default=NUMBER_PATTERN)
    letter_patterns = models.JSONField("发文字号的写法", default=dict, blank=True)
    reminder_days = models.JSONField("提前几个工作日提醒", default=list, blank=True)
    remedies_counted = models.CharField(
        "表四的口径", max_length=16, choices=COUNTED_BY, default="alive"
    )

    draft_days = models.PositiveSmallIntegerField("网上草稿保存几天", default=DRAFT_DAYS)
    download_days = models.PositiveSmallIntegerField(
        "答复的文件可以下载几天", default=DOWNLOAD_DAYS
    )
    kept_months = models.PositiveSmallIntegerField(
        "办结以后保存申请人的信息几个月", null=True, blank=True
    )

    def __str__(self) -> str:
        return f"{self.agency}的办件规则"


class CalendarMark(models.Model):
    """By which calendar all clocks were last worked out: one row."""

    mark = models.CharField("日历的记号", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(pk=1), name="casework_calendar_mark_once"),
        )

    def __str__(self) -> str:
        return self.mark[:12]


class CaseSerial(models.Model):
    """The last serial number given in a year and series. Its row is locked while the next is given."""

    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="case_serials", verbose_name="机关"
    )
    year = models.PositiveIntegerField("年")
    series = models.CharField("序列", max_length=16, choices=SERIES, default="request")
    last = models.PositiveIntegerField("最后一号", default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year", "series"), name="casework_serial_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency}{self.year}年{self.get_series_display()}第{self.last}号"


class CaseNumber(models.Model):
    """One number that was given to a request or a letter, for ever: one that stands for neither any more says why, so that no gap
    is unexplained.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="case_numbers", verbose_name="机关"
    )
    year = models.PositiveIntegerField("年")
    series = models.CharField("序列", max_length=16, choices=SERIES, default="request")
    serial = models.PositiveIntegerField("序号")
    number = models.CharField("编号", max_length=80)
    void_reason = models.CharField("作废的原因", max_length=500, blank=True)
    given_at = models.DateTimeField("编号时间")
    given_by = models.CharField("编号人", max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year", "series", "serial"), name="casework_number_once"
            ),
            models.UniqueConstraint(
                fields=("agency", "number"), name="casework_number_written_once"
            ),
            models.CheckConstraint(condition=Q(serial__gte=1), name="casework_number_from_one"),
        )

    def __str__(self) -> str:
        return self.number
