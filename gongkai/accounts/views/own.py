"""Pages of one's own account, and the permission matrix that everybody with a post may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.accounts.policy import posts_today
from gongkai.accounts.queries import matrix
from gongkai.common.access import requires, signed_in
from gongkai.common.permissions import ROLE_LABELS


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """My account."""
    return render(request, "accounts/home.html", {"posts": posts_today(request.user)})


@signed_in
def moved(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - a view
    """Pages of the library that this house does not use lead to the account."""
    return redirect("accounts:home")


@requires("accounts.matrix")
def permissions(request: HttpRequest) -> HttpResponse:
    """Who may do what."""
    context = {"roles": list(ROLE_LABELS.values()), "matrix": list(matrix())}
    return render(request, "accounts/matrix.html", context)
