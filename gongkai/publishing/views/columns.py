"""The organ's own columns: added, changed, moved, closed and opened again; and an item put into another column."""

from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.sent import sent
from gongkai.law.citation import Cite
from gongkai.publishing import actions
from gongkai.publishing.forms import ColumnForm, MoveColumnForm, MoveItemForm
from gongkai.publishing.models import Column, Item
from gongkai.publishing.views.record import item_of
from gongkai.publishing.views.reviews import column_of

RULE = f"四个全国统一的栏目名称、位置不变（{Cite('平台规范通知')}），本机关的栏目放在“制度”和“法定主动公开内容”下面。"
ADD = ActPage(
    "增加栏目",
    button="增加",
    help=(
        "栏目的网址在增加时定下，以后改名、移动都不变。",
        RULE,
        "例：在“法定主动公开内容”下面增加“惠民补贴”，由民政办负责，90 日更新一次。",
    ),
)
CHANGE = ActPage(
    "修改栏目",
    help=("改名只改显示的名称，网址不变，原有信息都在。", RULE, "例：“扶贫”改名“乡村振兴”。"),
)
MOVE = ActPage(
    "移动栏目",
    button="移动",
    help=(
        "连同下面的栏目和信息一起移动，网址都不变。",
        RULE,
        "例：把“低保名单”移到“社会救助”下面，排第 1 个。",
    ),
)
CLOSE = ActPage(
    "停止栏目",
    button="停止",
    intro="不再收新的信息；已经公开的信息和网址都在，页面上写明已停止更新。随时可以恢复。",
    danger=True,
    help=("下面还有栏目的，先停下面的。", RULE, "例：专项工作结束，停止“三年行动”栏目。"),
)
REOPEN = ActPage(
    "恢复栏目",
    button="恢复",
    intro="恢复之后可以再起草这个栏目的信息。",
    help=("上级栏目停止的，先恢复上级。", RULE, "例：停错了，恢复“惠民补贴”。"),
)
MOVE_ITEM = ActPage(
    "换栏目",
    button="换栏目",
    intro="只换所在的栏目，信息的网址不变，已经转发、收藏的链接照样能打开。",
    help=(
        "审核、签发过程中不能换，先收回或者等签发之后。",
        RULE,
        "例：补贴名单误放在“政府信息公开制度”，换到“惠民补贴”。",
    ),
)


def _show(
    request: HttpRequest, page: ActPage, form: forms.Form, act: Any, column: Column
) -> HttpResponse:
    back = reverse("publishing:columns")
    return show_act(request, page, form, act, back=back, of=column.title)


@requires("publishing.set_up", on=column_of)
def add(request: HttpRequest, column: Column) -> HttpResponse:
    """增加下级栏目"""
    form = ColumnForm(sent(request), agency=column.agency)
    return _show(request, ADD, form, partial(actions.add_column, parent=column), column)


@requires("publishing.set_up", on=column_of)
def change(request: HttpRequest, column: Column) -> HttpResponse:
    """修改栏目"""
    shown = {
        "title": column.title,
        "department": column.department_id,
        "rhythm_days": column.rhythm_days,
        "required": column.required_facts,
    }
    form = ColumnForm(sent(request), agency=column.agency, fixed=column.fixed, initial=shown)
    return _show(request, CHANGE, form, partial(actions.change_column, column=column), column)


def own_column_of(pk: int) -> Column:
    """The column of that number that is the organ's own, or 404."""
    column = column_of(pk)
    if column.fixed:
        raise Http404
    return column


@requires("publishing.set_up", on=own_column_of)
def move(request: HttpRequest, column: Column) -> HttpResponse:
    """移动栏目"""
    shown = {"parent": column.parent_id, "order": column.order}
    form = MoveColumnForm(sent(request), column=column, initial=shown)
    return _show(request, MOVE, form, partial(actions.move_column, column=column), column)


@requires("publishing.set_up", on=own_column_of)
def close(request: HttpRequest, column: Column) -> HttpResponse:
    """停止栏目"""
    act = partial(actions.close_column, column=column)
    return _show(request, CLOSE, forms.Form(sent(request)), act, column)


@requires("publishing.set_up", on=own_column_of)
def reopen(request: HttpRequest, column: Column) -> HttpResponse:
    """恢复栏目"""
    act = partial(actions.reopen_column, column=column)
    return _show(request, REOPEN, forms.Form(sent(request)), act, column)


@requires("publishing.edit", on=item_of)
def move_item(request: HttpRequest, item: Item) -> HttpResponse:
    """换栏目"""
    form = MoveItemForm(sent(request), item=item, initial={"column": item.column_id})
    act = partial(actions.move_item, item=item)
    back = reverse("publishing:item", args=(item.pk,))
    return show_act(request, MOVE_ITEM, form, act, back=back, of=item.title)
