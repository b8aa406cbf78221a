"""Identities of single sign-on: those of one's own account, and the loosening of a link by oneself or an administrator."""

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.accounts.actions.identities import unlink_identity, unlink_own_identity
from gongkai.accounts.linked import Linked, identities_of
from gongkai.accounts.views import act_words as words
from gongkai.accounts.views.people import person, person_url
from gongkai.common.access import requires, signed_in
from gongkai.common.act_pages import show_act
from gongkai.common.reason_form import ReasonForm


def identity(pk: int, provider: str) -> Linked:
    """The identity of a page about a person."""
    found = [each for each in identities_of(person(pk)) if each.provider == provider]
    if not found:
        raise Http404
    return found[0]


@signed_in
def own(request: HttpRequest) -> HttpResponse:
    """What is linked to the own account."""
    context = {"identities": identities_of(request.user)}
    return render(request, "accounts/identities.html", context)


@signed_in
@reauthentication_required
def unlink_own(request: HttpRequest, provider: str) -> HttpResponse:
    """Loosen the own link; who has none with this provider is told so."""
    found = [each for each in identities_of(request.user) if each.provider == provider]
    if not found:
        messages.info(request, "您的账号没有关联这个单点登录身份")
        return redirect("accounts:identities")
    return show_act(
        request,
        words.UNLINK_OWN,
        forms.Form,
        lambda **said: unlink_own_identity(provider=provider, **said),
        back=reverse("accounts:identities"),
        of=found[0].label,
    )


@requires("accounts.edit", on=identity)
def unlink(request: HttpRequest, record: Linked) -> HttpResponse:
    """Loosen somebody's link, for a reason."""
    return show_act(
        request,
        words.UNLINK,
        ReasonForm,
        lambda **said: unlink_identity(person=record.person, provider=record.provider, **said),
        back=person_url(record.person),
        of=f"{record.person}（{record.label}）",
    )
