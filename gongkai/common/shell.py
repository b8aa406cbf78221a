"""What the two frames, site and desk, need on every page: reading mode, the person's menu, the organ's name."""

from typing import Any

from django.http import HttpRequest

from gongkai.common.menu import menu_groups

ELDER_COOKIE = "elder"


def context(request: HttpRequest) -> dict[str, Any]:
    """The context of every page. The menu is made only where a template asks for it."""
    person = getattr(request, "user", None)
    signed = person is not None and person.is_authenticated
    return {
        "elder": request.COOKIES.get(ELDER_COOKIE) == "1",
        "menu": (lambda: menu_groups(person, request.path)) if signed else (list),
        "now": getattr(request, "now", None),
    }
