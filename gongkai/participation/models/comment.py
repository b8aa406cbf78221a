"""Comments on a draft, and the points into which an officer gathers them for the published outcome."""

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.law.public_consultations import ANSWERS, answer
from gongkai.participation.models.consultation import Consultation
from gongkai.participation.models.contribution import Contribution

ANSWER_CHOICES = tuple((row.key, row.label) for row in ANSWERS)


class Comment(Contribution):
    """A comment on the whole, or on the ``paragraph`` of the draft that ``quoted`` keeps as it stood."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="comments", verbose_name="征集"
    )
    paragraph = models.PositiveSmallIntegerField("第几段", null=True, blank=True)
    quoted = models.CharField("所针对的文字", max_length=300, blank=True)

    class Meta(Contribution.Meta):
        constraints = (
            *Contribution.Meta.constraints,
            models.UniqueConstraint(
                fields=("consultation", "number"), name="participation_comment_number_once"
            ),
        )
        indexes = (models.Index(fields=("consultation", "state"), name="participation_comments"),)

    @property
    def agency(self) -> Agency:
        """The organ of its consultation, by which permissions guard it."""
        return self.consultation.agency

    @property
    def mark(self) -> str:
        """Differs whenever somebody moderated it."""
        return f"{self.state} {self.moderated_at.isoformat() if self.moderated_at else ''}"


class Point(models.Model):
    """One point that comments make, and the organ's answer to it; a comment may make several."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="points", verbose_name="征集"
    )
    place = models.PositiveSmallIntegerField("顺序")
    summary = models.CharField("意见归纳", max_length=500)
    answer = models.CharField("答复", max_length=24, choices=ANSWER_CHOICES)
    reason = models.CharField("说明", max_length=1000, blank=True)
    comments = models.ManyToManyField(Comment, related_name="points", verbose_name="意见")
    by_name = models.CharField("归纳人", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        ordering = ("place", "pk")

    def __str__(self) -> str:
        return self.summary[:40]

    @property
    def agency(self) -> Agency:
        """The organ of its consultation, by which permissions guard it."""
        return self.consultation.agency

    @property
    def answer_label(self) -> str:
        """The answer's name."""
        return answer(self.answer).label
