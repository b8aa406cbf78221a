"""Who hears of what: addresses sealed, questions, what was found for each, and the letters that say so."""

from django.db import models

from gongkai.agencies.models import Agency

KINDS = (("organ", "全部新公开的信息"), ("column", "栏目"), ("search", "检索"))
RHYTHMS = (("daily", "每天一次"), ("weekly", "每周一次"))
WEEKDAYS = ((1, "星期一"), (2, "星期二"), (3, "星期三"), (4, "星期四"), (5, "星期五"), (6, "星期六"), (7, "星期日"))  # fmt: skip
STATES = (
    ("waiting", "等待确认"),
    ("confirmed", "已确认"),
    ("left", "已退订"),
    ("ended", "退信停止"),
)
OPEN = ("waiting", "confirmed")
LETTER_STATES = (
    ("waiting", "待发"),
    ("sent", "已发出"),
    ("refused", "被拒收"),
    ("dropped", "不必再发"),
)


class FirstCopy(models.Model):
    """On which day of law an item became public here for the first time; it stays when the item is withdrawn or copied anew."""

    item_id = models.BigIntegerField("信息编号", unique=True)
    day = models.DateField("日期", db_index=True)

    def __str__(self) -> str:
        return f"{self.item_id}：{self.day}"


class Subscriber(models.Model):
    """An address: sealed, found again by its mark; the row goes with the last subscription.

    ``refusals``: on how many days in a row a mail server refused it for good, ``refused_on`` the last of them.
    """

    mark = models.CharField("记号", max_length=64, unique=True)
    sealed = models.TextField("邮箱地址（加密）")
    refusals = models.PositiveSmallIntegerField("连续被拒收的天数", default=0)
    refused_on = models.DateField("最近被拒收", null=True)

    def __str__(self) -> str:
        return f"订阅人 {self.pk}"


class Subscription(models.Model):
    """What one address wants to hear of. ``asked`` is the question, ``mark`` equal for equal ones; ``link`` is its page below ``home``.

    ``untold``: the first day of law that no letter told of yet; ``next_on``: when the next is due. Of who left, only state and
    organ are kept.
    """

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.SET_NULL, null=True, related_name="subscriptions", verbose_name="订阅人"
    )  # fmt: skip
    agency = models.ForeignKey(
        Agency, on_delete=models.CASCADE, related_name="subscriptions", verbose_name="机关"
    )
    kind = models.CharField("种类", max_length=8, choices=KINDS)
    title = models.CharField("订阅的内容", max_length=300, blank=True)
    link = models.CharField("页面", max_length=1000, blank=True)
    home = models.CharField("网站", max_length=300, blank=True)
    asked = models.JSONField("问题", default=dict)
    mark = models.CharField("问题的记号", max_length=64, blank=True)
    rhythm = models.CharField("频次", max_length=8, choices=RHYTHMS)
    weekday = models.PositiveSmallIntegerField("星期", choices=WEEKDAYS, default=1)
    state = models.CharField("状态", max_length=12, choices=STATES, default="waiting")
    asked_at = models.DateTimeField("提出时间")
    confirmed_at = models.DateTimeField("确认时间", null=True)
    ended_at = models.DateTimeField("结束时间", null=True)
    untold = models.DateField("从哪天起没有告知", null=True)
    next_on = models.DateField("下次告知", null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("subscriber", "mark"),
                condition=models.Q(state__in=OPEN),
                name="release_subscribed_once",
            ),
        )
        indexes = (
            models.Index(
                fields=("next_on",),
                condition=models.Q(state="confirmed"),
                name="release_digest_due",
            ),
            models.Index(fields=("agency", "state"), name="release_subscriptions"),
        )

    def __str__(self) -> str:
        return f"订阅 {self.pk}"


class Finding(models.Model):
    """What is new for a question from ``since`` on, before ``until``: asked once for all who ask it. ``items``: the newest."""

    mark = models.CharField("问题的记号", max_length=64)
    since = models.DateField("起")
    until = models.DateField("止")
    items = models.JSONField("信息", default=list)
    total = models.PositiveIntegerField("条数")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("mark", "since", "until"), name="release_found_once"),
        )

    def __str__(self) -> str:
        return f"{self.since} 至 {self.until}：{self.total} 条"


class Digest(models.Model):
    """One letter to one subscription, of one period; kept without the address."""

    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, related_name="digests", verbose_name="订阅"
    )
    finding = models.ForeignKey(
        Finding, on_delete=models.CASCADE, related_name="digests", verbose_name="新内容"
    )
    until = models.DateField("止")
    state = models.CharField("状态", max_length=8, choices=LETTER_STATES, default="waiting")
    due_at = models.DateTimeField("应发时间")
    claimed_until = models.DateTimeField("占用至", null=True)
    attempts = models.PositiveSmallIntegerField("已试次数", default=0)
    settled_at = models.DateTimeField("了结时间", null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("subscription", "until"), name="release_digest_once_a_period"
            ),
        )
        indexes = (
            models.Index(
                fields=("due_at",),
                condition=models.Q(state="waiting"),
                name="release_letters_due",
            ),
        )

    def __str__(self) -> str:
        return f"{self.subscription} {self.until}"
