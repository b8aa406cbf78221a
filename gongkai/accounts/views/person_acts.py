"""A page for each act on a person. One-time links are shown in the answer itself and kept nowhere."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.accounts.actions import links, people, posts
from gongkai.accounts.models import Post, User
from gongkai.accounts.people_forms import AddForm, EditForm, EndPostForm, LinkForm, PostForm
from gongkai.accounts.sign_in.links import DAYS
from gongkai.accounts.views import act_words as words
from gongkai.accounts.views.people import person, person_url
from gongkai.common.access import View, requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.reason_form import ReasonForm


def post(pk: int) -> Post:
    """The post of a page."""
    rows = Post.objects.select_related("agency", "user__agency", "department__agency")
    return get_object_or_404(rows, pk=pk)


def show_link(request: HttpRequest, issued: links.Issued, title: str) -> HttpResponse:
    """The link, this once."""
    context = {"issued": issued, "title": title, "days": DAYS, "back": person_url(issued.person)}
    answer = render(request, "people/link.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@requires("accounts.edit")
def add(request: HttpRequest) -> HttpResponse:
    """A new person with a first post."""
    initial = {"since": law_day(request.now), "agency": request.user.agency_id}
    return show_act(
        request,
        words.ADD,
        lambda data: AddForm(data, actor=request.user, initial=initial),
        lambda **said: links.take_on(root=request.build_absolute_uri("/"), **said),
        back=reverse("people:list"),
        done=lambda issued: show_link(request, issued, "人员已登记"),
    )


@requires("accounts.edit", on=person)
def edit(request: HttpRequest, record: User) -> HttpResponse:
    """Name and contact. To show personal data in full is an act itself."""

    def make(data: QueryDict | None) -> EditForm:
        if data is None:
            people.read_contact(person=record, by=request.user, now=request.now)
        return EditForm(data, initial=EditForm.present(record))

    return show_act(
        request,
        words.EDIT,
        make,
        lambda **said: people.edit_person(person=record, **said),
        back=person_url(record),
        of=record,
    )


@requires("accounts.edit", on=person)
def give(request: HttpRequest, record: User) -> HttpResponse:
    """One more post."""
    initial = {"since": law_day(request.now), "agency": record.agency_id}
    return show_act(
        request,
        words.GIVE,
        lambda data: PostForm(data, actor=request.user, initial=initial),
        lambda **said: posts.give_post(person=record, **said),
        back=person_url(record),
        of=record,
    )


@requires("accounts.edit", on=post)
def end(request: HttpRequest, record: Post) -> HttpResponse:
    """The end of a post."""
    return show_act(
        request,
        words.END,
        lambda data: EndPostForm(data, until=record.until, today=law_day(request.now)),
        lambda **said: posts.end_post(post=record, **said),
        back=person_url(record.user),
        of=f"{record.user}（{record}）",
    )


@requires("accounts.edit", on=person)
def link(request: HttpRequest, record: User) -> HttpResponse:
    """Another one-time link."""
    root = request.build_absolute_uri("/")
    return show_act(
        request,
        words.LINK,
        LinkForm,
        lambda **said: links.send_link(person=record, root=root, **said),
        back=person_url(record),
        of=record,
        done=lambda issued: show_link(request, issued, "一次性链接已生成"),
    )


def reasoned(page: ActPage, act: Callable[..., Any], form: type[forms.Form] = ReasonForm) -> View:
    """The page of an act that wants nothing but a reason."""

    @requires("accounts.edit", on=person)
    def view(request: HttpRequest, record: User) -> HttpResponse:
        return show_act(
            request,
            page,
            form,
            lambda **said: act(person=record, **said),
            back=person_url(record),
            of=record,
        )

    return view


deactivate = reasoned(words.DEACTIVATE, people.deactivate)
reactivate = reasoned(words.REACTIVATE, people.reactivate)
reset_second_factor = reasoned(words.SECOND_FACTOR, people.reset_second_factor)
unlock = reasoned(words.UNLOCK, people.unlock)
