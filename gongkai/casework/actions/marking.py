"""Keeps the few marks of what a case asks for, by which likely repeats find each other."""

from gongkai.casework.likeness import marks_of
from gongkai.casework.models import Case, CaseMark


def mark(case: Case) -> None:
    """Keep the marks of a case anew."""
    case.marks.all().delete()
    values = marks_of(f"{case.title} {case.wanted}")
    CaseMark.objects.bulk_create(CaseMark(case=case, value=value) for value in values)
