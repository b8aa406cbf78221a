"""The desk's home, and search over everything a person may see."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.common.access import signed_in
from gongkai.common.desk_search import search_for
from gongkai.common.menu import menu_for
from gongkai.desk.today import first_steps, today
from gongkai.publishing.queries import drafting_agencies

LONGEST_QUERY = 100


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """我的待办."""
    found = today(request.user, request.now, request.GET.get("kind", ""))
    steps = first_steps(request.user) if not found.total else []
    drafting = list(drafting_agencies(request.user))
    context = {"today": found, "steps": steps, "drafting": drafting}
    return render(request, "desk/home.html", context)


@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """Pages of the menu that are called so, then hits of all apps, by kind."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    hits = sorted(search_for(request.user, words), key=lambda hit: hit.kind)
    groups = [(kind, list(some)) for kind, some in groupby(hits, key=lambda hit: hit.kind)]
    pages = [entry for entry in menu_for(request.user) if words and words in entry.label]
    context = {"words": words, "groups": groups, "count": len(hits), "pages": pages}
    return render(request, "desk/search.html", context)
