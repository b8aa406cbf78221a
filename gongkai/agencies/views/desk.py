"""The tree of organs, the page of one, and a page for each act on it."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.agencies import actions, forms
from gongkai.agencies.models import Agency, ContactPage, Department, LetterFacts, SiteIdentity
from gongkai.common.access import View, requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.permissions import agencies_for, allowed


def organ(pk: int) -> Agency:
    """The organ of a page."""
    return get_object_or_404(Agency, pk=pk)


def department(pk: int) -> Department:
    """The department of a page."""
    return get_object_or_404(Department.objects.select_related("agency"), pk=pk)


def organ_url(agency: Agency) -> str:
    """Where the organ's page is."""
    return reverse("agencies:organ", kwargs={"pk": agency.pk})


@requires("agencies.view")
def tree(request: HttpRequest) -> HttpResponse:
    """The organs within reach, as a tree; ended ones only when asked for."""
    organs = Agency.objects.filter(pk__in=agencies_for(request.user, "agencies.view"))
    words = request.GET.get("q", "").strip()[:100]
    if words:
        organs = organs.filter(name__contains=words) | organs.filter(code__startswith=words)
    if not request.GET.get("ended"):
        organs = organs.filter(until=None)
    context = {
        "rows": rows_of(list(organs.select_related("parent"))),
        "can_import": bool(agencies_for(request.user, "agencies.import")),
    }
    return render(request, "agencies/tree.html", context)


def rows_of(organs: list[Agency]) -> list[tuple[int, Agency]]:
    """The organs in the order of the tree with their depth; those whose parent is not among them stand at the top."""
    known = {each.pk for each in organs}
    below: dict[int | None, list[Agency]] = {}
    for each in organs:
        below.setdefault(each.parent_id if each.parent_id in known else None, []).append(each)
    rows, waiting = [], [(0, each) for each in reversed(below.get(None, []))]
    while waiting:
        depth, here = waiting.pop()
        rows.append((depth, here))
        waiting += [(depth + 1, each) for each in reversed(below.get(here.pk, []))]
    return rows


@requires("agencies.view", on=organ)
def show(request: HttpRequest, agency: Agency) -> HttpResponse:
    """One organ: facts, names and parents through time, departments, contact, site."""
    context = {
        "agency": agency,
        "names": agency.names.order_by("-since"),
        "parents": agency.parents.order_by("-since").select_related("parent"),
        "departments": agency.departments.all(),
        "contact": said_and_missing(forms.ContactForm, agency),
        "letters": said_and_missing(forms.LetterFactsForm, agency),
        "site": SiteIdentity.objects.filter(agency=agency).first(),
        "children": agency.children.all(),
        "can_edit": allowed(request.user, "agencies.edit", agency),
    }
    return render(request, "agencies/organ.html", context)


def said_and_missing(form: type[django_forms.ModelForm], agency: Agency) -> dict[str, list[Any]]:
    """``filled``: label and value of each fact of an organ's record that is there; ``missing``: the labels of the others."""
    model = form._meta.model
    record = model.objects.filter(agency=agency).first()
    said = [
        (model._meta.get_field(name).verbose_name, _in_words(record, name))
        for name in form._meta.fields
    ]
    return {
        "filled": [(label, value) for label, value in said if value],
        "missing": [label for label, value in said if not value],
    }


def _in_words(record: ContactPage | LetterFacts | None, name: str) -> Any:
    """A fact as people read it: the label of a choice, never its key."""
    shown = getattr(record, f"get_{name}_display", None)
    return shown() if shown else getattr(record, name, "")


def organ_act(page: ActPage, form: type[forms.OrganForm], act: Callable[..., Any]) -> View:
    """The page of an act on an organ."""

    @requires("agencies.edit", on=organ)
    def view(request: HttpRequest, agency: Agency) -> HttpResponse:
        return show_act(
            request,
            page,
            lambda data: form(data, agency=agency, actor=request.user),
            lambda **said: act(agency=agency, **said),
            back=organ_url(agency),
            of=agency,
        )

    return view


def record_act(page: ActPage, form: type[django_forms.ModelForm], act: Callable[..., Any]) -> View:
    """The page of an organ's contact facts or site."""

    @requires("agencies.edit", on=organ)
    def view(request: HttpRequest, agency: Agency) -> HttpResponse:
        model = form._meta.model
        record = model.objects.filter(agency=agency).first()
        fresh = model(agency=agency) if record is None else record
        if record is None and isinstance(fresh, SiteIdentity):
            fresh.name = fresh.sponsor = agency.name
        initial = {"seen_version": fresh.version}
        return show_act(
            request,
            page,
            lambda data: form(data, instance=fresh, initial=initial),
            lambda **said: act(agency=agency, **said),
            back=organ_url(agency),
            of=agency,
        )

    return view


@requires("agencies.edit", on=organ)
def create(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Set up an organ below this one."""

    def act(*, by: Any, now: Any, **facts: Any) -> None:
        actions.create(facts=actions.AgencyFacts(**facts), parent=agency, by=by, now=now)

    page = ActPage("新设下级机关", "新设")
    return show_act(
        request,
        page,
        forms.CreateForm,
        act,
        back=organ_url(agency),
        of=agency,
    )


@requires("agencies.edit", on=organ)
def add_department(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Add a department."""
    return show_act(
        request,
        ActPage("新增部门", "新增"),
        forms.DepartmentForm,
        lambda **said: actions.add_department(agency=agency, **said),
        back=organ_url(agency),
        of=agency,
    )


@requires("agencies.edit", on=department)
def rename_department(request: HttpRequest, record: Department) -> HttpResponse:
    """Give a department another name."""
    shown = {"seen": record.name, "name": record.name}
    return show_act(
        request,
        ActPage("部门更名"),
        lambda data: forms.DepartmentNameForm(data, initial=shown),
        lambda **said: actions.rename_department(department=record, **said),
        back=organ_url(record.agency),
        of=record,
    )


@requires("agencies.edit", on=department)
def close_department(request: HttpRequest, record: Department) -> HttpResponse:
    """End a department."""
    seen = {"seen": str(record.until or "")}
    return show_act(
        request,
        ActPage("撤销部门", "撤销", danger=True),
        lambda data: forms.DepartmentEndForm(data, initial=seen),
        lambda **said: actions.close_department(department=record, **said),
        back=organ_url(record.agency),
        of=record,
    )


rename = organ_act(ActPage("更名"), forms.RenameForm, actions.rename)
move = organ_act(ActPage("调整上级机关"), forms.MoveForm, actions.move)
close = organ_act(
    ActPage(
        "撤销或者合并",
        "撤销",
        "撤销后不能再办理新的事项，历史记录保留；以后可以恢复。",
        danger=True,
    ),
    forms.CloseForm,
    actions.close,
)
reopen = organ_act(ActPage("恢复机关", "恢复"), forms.ReopenForm, actions.reopen)
facts = organ_act(ActPage("修改基本情况"), forms.FactsForm, actions.edit_facts)
contact = record_act(ActPage("修改联系方式"), forms.ContactForm, actions.edit_contact)
letter_facts = record_act(
    ActPage(
        "修改文书资料",
        intro="写进告知书、答复书的救济途径和缴费方式。不知道的先空着，文书里会显示还缺什么，不会替您猜。",
        help=(
            "复议机关由机关树和管理体制按复议法查出；法院一般是机关所在地的，当地另有规定的按当地填写。",
            "例：县财政局选“一般行政机关”，法院填“临川县人民法院”。",
        ),
    ),
    forms.LetterFactsForm,
    actions.edit_letter_facts,
)
identity = record_act(ActPage("修改网站资料"), forms.IdentityForm, actions.set_identity)
