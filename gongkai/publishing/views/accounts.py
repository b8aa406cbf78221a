"""The editor of budgets and final accounts: a spreadsheet is read, each sheet named, what does not add up shown beside it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.refusals import Conflict, Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.law.catalogue import limit
from gongkai.law.open_accounts import accounts_scope, scope_of
from gongkai.paperwork.accounts import AccountsTable, laid_out, recognised
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.tables import Sheet, pasted, workbook
from gongkai.publishing.actions import save_accounts, survey_file
from gongkai.publishing.forms.accounts import (
    AccountsForm,
    choices_of,
    empty_shown,
    kept_tables,
    notes_sent,
)
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import Data
from gongkai.publishing.presentations.accounts import ACCOUNTS
from gongkai.publishing.presentations.accounts_data import name_of, tables_in
from gongkai.publishing.timer import clock_of, rules_of
from gongkai.publishing.views.presenting import data_shown, editor, kept_out, too_late
from gongkai.publishing.views.record import item_of

LARGEST = 8 * 2**20
MOST_DOUBTS = 12


@requires("publishing.edit", on=item_of)
def accounts(request: HttpRequest, item: Item) -> HttpResponse:
    """Year, approval and file first; then what each sheet is, and the findings."""
    closed = kept_out(request, item, "accounts")
    if closed is not None:
        return closed
    before = data_shown(item) if item.draft else {}
    if request.method != "POST":
        first = {"kind": "budget", "scope": scope_of(item.agency.kind).key, "year": law_day(request.now).year, "unit": "万元"}  # fmt: skip
        return _page(request, item, before, AccountsForm(initial={**first, **before, "seen_version": item.version}))  # fmt: skip
    form = AccountsForm(request.POST, request.FILES)
    if item.state != "draft":
        notes = notes_sent(request.POST, request.POST.get("scope", ""), law_day(request.now))
        return too_late(request, item, "accounts", {"empty": notes})
    if not form.is_valid():
        return _page(request, item, before, form)
    return _answer(request, item, form, before)


def _page(request: HttpRequest, item: Item, data: Data, form: AccountsForm, **more: Any) -> HttpResponse:  # fmt: skip
    """The editor with the tables as they are kept."""
    today = law_day(request.now)
    tables = tables_in(data)
    scope = accounts_scope(data.get("scope") or "department")
    context = {
        "tables": [_line(number, table) for number, table in enumerate(tables)],
        "choices": choices_of(scope.key, today),
        "empty": list(empty_shown(data, tables, today)) if tables else [],
        "problems": ACCOUNTS.problems(data) if tables else [],
        "clock": clock_of(item, today, rules_of([item.agency_id])) if tables else None,
        "limit": limit(scope.limit_key),
        "shown": ACCOUNTS.shown(data) if tables else None,
        **more,
    }
    return editor(request, item, "accounts", form, **context)


def _line(number: int, table: AccountsTable) -> dict[str, Any]:
    return {"number": number, "table": table, "field": f"key-{number}", "rows": len(table.rows)}


def _answer(request: HttpRequest, item: Item, form: AccountsForm, before: Data) -> HttpResponse:
    """Read what came, keep all of it, and say what was met."""
    today, about = law_day(request.now), form.about()
    upload = form.cleaned_data["file"]
    added: list[StoredFile] = []
    try:
        if upload:
            tables = list(_tables(request, _sheets_of(request, upload), about["scope"], today))
            added = [_received(request, item, upload)]
        else:
            tables = kept_tables(request.POST, tables_in(before))
        if form.cleaned_data["pasted"].strip():
            sheet = pasted(form.cleaned_data["pasted"], form.cleaned_data["pasted_title"] or "粘贴的表")  # fmt: skip
            tables += _tables(request, [sheet], about["scope"], today)
    except (UnreadableReport, Refusal) as refused:
        form.add_error("file" if upload else "pasted", str(refused))
        return _page(request, item, before, form)
    data = {
        **about,
        "tables": [table.said() for table in tables],
        "empty": notes_sent(request.POST, about["scope"], today),
        "file": added[0].token if added else before.get("file", ""),
    }
    return _kept(request, item, form, data, added)


def _sheets_of(request: HttpRequest, upload: Any) -> tuple[Sheet, ...]:
    """The visible sheets of the file, and what is to be said of the others."""
    if upload.size > LARGEST:
        raise UnreadableReport(f"文件超过 {LARGEST // 2**20} MB，请另存为不带图片的表格")
    book = workbook(upload.read(), upload.name)
    if book.hidden:
        messages.warning(
            request, f"隐藏的工作表没有读：{'、'.join(book.hidden)}；公开以前请从文件里删去"
        )
    doubts = [f"“{sheet.name}” {doubt}" for sheet in book.sheets for doubt in sheet.doubts]
    for doubt in doubts[:MOST_DOUBTS]:
        messages.warning(request, doubt)
    if len(doubts) > MOST_DOUBTS:
        messages.warning(request, f"这样的格一共有 {len(doubts)} 处")
    return book.sheets


def _tables(request: HttpRequest, sheets: Any, scope: str, today: date) -> Iterator[AccountsTable]:
    """The sheets that are tables, each as what it is taken for; the others are said."""
    skipped = []
    found = []
    for sheet in sheets:
        table = laid_out(sheet)
        if table is None:
            skipped.append(sheet.name)
        else:
            found.append(table.named(recognised(table, scope, today)))
    if skipped:
        messages.info(request, f"没有表头和数，没有读：{'、'.join(skipped)}")
    if not found:
        raise UnreadableReport("没有读出一张表：表要有表头（项目、科目、合计等）和数")
    messages.success(request, f"读出 {len(found)} 张表，请核对每张是什么")
    yield from found


def _received(request: HttpRequest, item: Item, upload: Any) -> StoredFile:
    """The file itself, which readers get beside the tables."""
    upload.seek(0)
    stored = receive(agency=item.agency, upload=upload, purpose="attachment", by=request.user, now=request.now)  # fmt: skip
    survey_file(stored, request.now)
    for warning in stored.warnings:
        messages.warning(request, warning)
    return stored


def _kept(request: HttpRequest, item: Item, form: AccountsForm, data: Data, added: list[StoredFile]) -> HttpResponse:  # fmt: skip
    try:
        saved = save_accounts(
            item=item,
            data=data,
            added=added,
            titles={data["file"]: f"{name_of(data)}表"},
            seen_version=form.cleaned_data["seen_version"],
            date_reason=form.cleaned_data["date_reason"],
            by=request.user,
            now=request.now,
        )
    except Conflict as conflict:
        return _again(request, item_of(conflict.theirs.pk))
    except Refusal as refusal:
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        return _page(request, item, data_shown(item), form)
    messages.success(request, "已保存")
    there = request.POST.get("then") == "back" and not form.cleaned_data["file"]
    return redirect("publishing:item" if there else "publishing:accounts", pk=saved.pk)


def _again(request: HttpRequest, item: Item) -> HttpResponse:
    """Another person saved first: theirs is shown, and what was typed stays in the fields to be sent once more."""
    mine = request.POST.copy()
    mine["seen_version"] = str(item.version)
    form = AccountsForm(mine)
    form.is_valid()
    said = f"您打开之后，{item.draft.author}已经保存了另一份；下面的表是对方的。"
    form.add_error(None, f"{said}您填写的都还在，再保存一次以您的为准；文件请重新选择")
    return _page(request, item, data_shown(item), form, status=409)
