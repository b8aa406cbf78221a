"""A text that went out before its review was through, and what another person said of it afterwards."""

from django.db import models

from gongkai.law.publication_steps import CONCLUSIONS
from gongkai.publishing.models.item import ItemVersion

LATER = (("waiting", "等补审"), ("agreed", "补审同意"), ("objected", "补审不同意"))


class UrgentRelease(models.Model):
    """One row a version that was published urgently: by whom, why, with which secrecy review; then the later review.

    Ids and names are of the moment, as in ``Review``: nobody of those who wrote or released the text may take the later review.
    """

    version = models.OneToOneField(
        ItemVersion, on_delete=models.CASCADE, related_name="urgent", verbose_name="版本"
    )
    reason = models.CharField("紧急发布的理由", max_length=1000)
    answers = models.JSONField("逐项审查", default=dict)
    conclusion = models.CharField(
        "保密审查结论", max_length=32, choices=[(row.key, row.label) for row in CONCLUSIONS]
    )
    basis = models.CharField("依据和理由", max_length=500, blank=True)
    released_by_id = models.BigIntegerField("紧急发布人编号")
    released_by = models.CharField("紧急发布人", max_length=64)
    post = models.CharField("岗位", max_length=200)
    released_at = models.DateTimeField("紧急发布时间")
    state = models.CharField("补审", max_length=16, choices=LATER, default="waiting")
    opinion = models.CharField("补审意见", max_length=1000, blank=True)
    done_by_id = models.BigIntegerField("补审人编号", null=True, blank=True)
    done_by = models.CharField("补审人", max_length=64, blank=True)
    done_post = models.CharField("补审人岗位", max_length=200, blank=True)
    done_at = models.DateTimeField("补审时间", null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="waiting") | models.Q(done_by_id__isnull=False),
                name="publishing_urgent_done_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(done_by_id=models.F("released_by_id")),
                name="publishing_urgent_done_by_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.version}：{self.get_state_display()}"
