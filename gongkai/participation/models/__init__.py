"""Public consultations with their comments, points and hearings, and what contributions of the public have in common."""

from gongkai.participation.models.comment import Comment, Point
from gongkai.participation.models.consultation import (
    Consultation,
    ConsultationRules,
    PeriodChange,
)
from gongkai.participation.models.contribution import Contribution
from gongkai.participation.models.hearing import Hearing, Participant

__all__ = [
    "Comment",
    "Consultation",
    "ConsultationRules",
    "Contribution",
    "Hearing",
    "Participant",
    "PeriodChange",
    "Point",
]
