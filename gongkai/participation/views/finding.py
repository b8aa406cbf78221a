"""Finds the record of an address; each has the organ by which permissions guard it."""

from django.shortcuts import get_object_or_404

from gongkai.agencies.models import Agency
from gongkai.participation.models import Comment, Consultation, Hearing, Participant, Point

_WITH = ("agency", "item__published", "item__draft", "outcome", "decision")


def consultation_of(pk: int) -> Consultation:
    """The consultation of that number, or 404."""
    return get_object_or_404(Consultation.objects.select_related(*_WITH), pk=pk)


def comment_of(pk: int) -> Comment:
    """The comment of that number with its consultation, or 404."""
    rows = Comment.objects.select_related(
        "scan", "consultation__agency", "consultation__item__published"
    )
    return get_object_or_404(rows, pk=pk)


def point_of(pk: int) -> Point:
    """The point of that number, or 404."""
    rows = Point.objects.select_related("consultation__agency", "consultation__item")
    return get_object_or_404(rows, pk=pk)


def hearing_of(pk: int) -> Hearing:
    """The hearing of that number, or 404."""
    rows = Hearing.objects.select_related("consultation__agency", "consultation__item")
    return get_object_or_404(rows, pk=pk)


def participant_of(pk: int) -> Participant:
    """The participant of that number, or 404."""
    rows = Participant.objects.select_related(
        "hearing__consultation__agency", "hearing__consultation__item"
    )
    return get_object_or_404(rows, pk=pk)


def agency_of(pk: int) -> Agency:
    """The organ of that number, or 404."""
    return get_object_or_404(Agency, pk=pk)
