"""A declared list in answer to a request: the page, the exported file, the summary of a bulk act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from gongkai.common.listing.bulk import BulkAct, done_in_bulk
from gongkai.common.listing.declared import Choices, Column, Filter
from gongkai.common.listing.export import TYPES, download

MOST_CHOSEN = 500
OnExport = Callable[[HttpRequest, int], object]
"""Called before a file goes out, with the number of rows: where exports are acts, it writes to the journal."""


@dataclass(frozen=True, slots=True)
class ShownFilter:
    """A filter with what the person entered."""

    filter: Filter
    value: str
    choices: Choices


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of one row as the page shows it."""

    column: Column
    value: Any
    url: str
    badge: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's head: ``order`` is "", ascending or descending; ``turn`` what its link puts in ``sort``."""

    column: Column
    order: str
    turn: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All that ``shell/list.html`` needs, as ``listing``."""

    page: Page[Any]
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Any, tuple[Cell, ...]], ...]
    filters: tuple[ShownFilter, ...]
    filtered: bool
    errors: tuple[str, ...]
    acts: tuple[BulkAct, ...]
    reason_asked: bool
    sort: str
    exports: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. ``order`` is the ORM's order where the person chose none; ``name`` the name of exported files.

    ``template`` extends ``shell/list.html`` where a page has more to say. Without ``on_export`` no file is offered.
    """

    name: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    order: tuple[str, ...] = ("-pk",)
    per_page: int = 20
    acts: tuple[BulkAct, ...] = ()
    on_export: OnExport | None = None
    template: str = "shell/list.html"

    def answer(self, request: HttpRequest, rows: QuerySet[Any], **context: Any) -> HttpResponseBase:
        """The page of the rows that the person may see; a file with ``?export=csv|xlsx``; a bulk act by POST."""
        if request.method == "POST":
            return self._act(request, rows)
        found, errors = self._filtered(request, rows)
        kind = request.GET.get("export", "")
        if kind in TYPES and self.on_export:
            self.on_export(request, found.count())
            head = [column.label for column in self.columns]
            values = ([c.value(row) for c in self.columns] for row in found.iterator(2_000))
            return download(request, kind, self.name, head, values)
        shown = self._shown(request, found, tuple(errors))
        return render(request, self.template, {"listing": shown, "title": self.name, **context})

    def _filtered(
        self, request: HttpRequest, rows: QuerySet[Any]
    ) -> tuple[QuerySet[Any], list[str]]:
        errors = []
        for each in self.filters:
            value = _entered(request, each)
            try:
                rows = each.apply(rows, value) if value else rows
            except ValueError as error:
                errors.append(str(error))
        return rows.order_by(*self._ordered(request)), errors

    def _ordered(self, request: HttpRequest) -> tuple[str, ...]:
        wanted = request.GET.get("sort", "")
        for column in self.columns:
            if column.sort and wanted.removeprefix("-") == column.key:
                turned = (
                    column.sort.removeprefix("-") if wanted == column.key else _back(column.sort)
                )
                return (turned, *self.order)
        return self.order

    def _shown(self, request: HttpRequest, rows: QuerySet[Any], errors: tuple[str, ...]) -> Shown:
        page = Paginator(rows, self.per_page).get_page(request.GET.get("page"))
        filters = tuple(
            ShownFilter(f, _entered(request, f), f.choices(request) if f.choices else ())
            for f in self.filters
        )
        acts = tuple(act for act in self.acts if act.may(request.user))
        return Shown(
            page=page,
            headings=tuple(
                _heading(column, request.GET.get("sort", "")) for column in self.columns
            ),
            rows=tuple((row, tuple(_cell(c, row) for c in self.columns)) for row in page),
            filters=filters,
            filtered=any(each.value for each in filters),
            errors=errors,
            acts=acts,
            reason_asked=any(act.needs_reason for act in acts),
            sort=request.GET.get("sort", "")[:40],
            exports=self.on_export is not None,
        )

    def _act(self, request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse:
        act = next((act for act in self.acts if act.key == request.POST.get("act")), None)
        chosen = [pk for pk in request.POST.getlist("chosen")[:MOST_CHOSEN] if pk.isdigit()]
        reason = request.POST.get("reason", "").strip()[:500]
        if act is None or not act.may(request.user) or not chosen:
            messages.error(request, "没有选中任何一行，请先勾选再办理")
            return redirect(request.get_full_path())
        if act.needs_reason and not reason:
            messages.error(request, f"“{act.label}”需要写明理由，请填写后再办理")
            return redirect(request.get_full_path())
        found = rows.filter(pk__in=chosen)
        summary = done_in_bulk(act, found, by=request.user, now=request.now, reason=reason)
        return render(
            request,
            "shell/bulk_summary.html",
            {"summary": summary, "back": request.get_full_path()},
        )


def _back(sort: str) -> str:
    return sort[1:] if sort.startswith("-") else f"-{sort}"


def _entered(request: HttpRequest, each: Filter) -> str:
    return request.GET.get(each.key, "").replace("\x00", "").strip()[:100]


def _heading(column: Column, sort: str) -> Heading:
    order = {column.key: "ascending", f"-{column.key}": "descending"}.get(sort, "")
    return Heading(column, order, f"-{column.key}" if order == "ascending" else column.key)


def _cell(column: Column, row: Any) -> Cell:
    url = column.link(row) if column.link else ""
    return Cell(column, column.value(row), url, column.badge(row) if column.badge else "")
