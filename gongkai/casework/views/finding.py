"""Finds the record of an address, and keeps away who must not see its case."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from gongkai.casework.admission import visible
from gongkai.casework.models import (
    Case,
    CaseEvent,
    CaseFile,
    CaseNotice,
    Consultation,
    Decision,
    Letter,
    Remedy,
    Service,
)
from gongkai.common.access import Finder, View, requires

_WITH = ("agency__case_rules", "number", "department", "handler", "decision")


def shown(rows: QuerySet[Case]) -> QuerySet[Case]:
    """The cases with what lists, lights and pages say of each."""
    return rows.select_related(*_WITH)


def case_of(pk: int) -> Case:
    """The case of that number, or 404."""
    return get_object_or_404(shown(Case.objects.all()), pk=pk)


def _beside(model: type[Any]) -> Finder:
    """Finds a row that belongs to a case."""

    def find(pk: int) -> Any:
        rows = model.objects.select_related(*(f"case__{name}" for name in _WITH))
        return get_object_or_404(rows, pk=pk)

    return find


notice_of = _beside(CaseNotice)
consultation_of = _beside(Consultation)
service_of = _beside(Service)
decision_of = _beside(Decision)
event_of = _beside(CaseEvent)
remedy_of = _beside(Remedy)
paper_of = _beside(CaseFile)


def letter_of(pk: int) -> Letter:
    """The letter of that number with what it belongs to, or 404."""
    beside = ("decision", "notice__fee", "consultation", "number", "template", "pdf", "docx")
    rows = Letter.objects.select_related(*(f"case__{name}" for name in _WITH), *beside)
    return get_object_or_404(rows, pk=pk)


def case_behind(record: Any) -> Case:
    """The case of a record, or the case itself."""
    return record if isinstance(record, Case) else record.case


def on_case(act: str, find: Finder = case_of) -> Callable[[View], View]:
    """``requires`` for pages of one case: who must keep away, or is not let into a restricted one, finds nothing."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, record: Any) -> HttpResponse:
            case = case_behind(record)
            mine = visible(request.user, [case.agency_id])
            if not mine.filter(pk=case.pk).exists():
                raise Http404
            return view(request, record)

        return requires(act, on=find)(guarded)

    return decorate
