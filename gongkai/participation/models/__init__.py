"""Public consultations, live Q&A, and what contributions of the public to either have in common."""

from gongkai.participation.models.comment import Comment, Point
from gongkai.participation.models.consultation import (
    Consultation,
    ConsultationRules,
    PeriodChange,
)
from gongkai.participation.models.contribution import Contribution
from gongkai.participation.models.hearing import Hearing, Participant
from gongkai.participation.models.interview import (
    Guest,
    Interview,
    InterviewRules,
    Question,
    Said,
    SaidBefore,
)

__all__ = [
    "Comment",
    "Consultation",
    "ConsultationRules",
    "Contribution",
    "Guest",
    "Hearing",
    "Interview",
    "InterviewRules",
    "Participant",
    "PeriodChange",
    "Point",
    "Question",
    "Said",
    "SaidBefore",
]
