"""The table of messages that wait to be delivered, and of those that were."""

from django.db import models

STATES = (("waiting", "等待"), ("claimed", "投递中"), ("done", "已完成"), ("dead", "放弃"))


class OutboxMessage(models.Model):
    """One effect to come. ``key`` is its name within its kind: the same key twice is one effect.

    ``claimed_until`` is the end of the lease under which a worker is at it; after it the message may be taken again.
    """

    kind = models.CharField("种类", max_length=64)
    key = models.CharField("键", max_length=200)
    payload = models.JSONField("内容", default=dict)
    due_at = models.DateTimeField("应投递时间")
    state = models.CharField("状态", max_length=8, choices=STATES, default="waiting")
    attempts = models.PositiveSmallIntegerField("已试次数", default=0)
    claimed_until = models.DateTimeField("占用至", null=True, blank=True)
    last_error = models.TextField("最近的错误", blank=True)
    created_at = models.DateTimeField("放入时间")
    done_at = models.DateTimeField("完成时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kind", "key"), name="common_outbox_key_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=[state for state, _ in STATES]),
                name="common_outbox_state_known",
            ),
        )
        indexes = (
            models.Index(
                fields=("due_at",),
                condition=models.Q(state__in=("waiting", "claimed")),
                name="common_outbox_due",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
