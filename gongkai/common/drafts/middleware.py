"""Forgets a draft when its form has been saved, so that no view has to think of it."""

from collections.abc import Callable
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from gongkai.common.drafts.actions import drop

FIELD = "_draft"
"""What ``autosave.js`` adds to a form as it is sent: the form's name and the object's key, with a space between."""
COOKIE = "saved_draft"
"""Tells the next page, which forgets its own copy; gone after a minute."""


class SavedDrafts:
    """A form that answers with a redirect has been saved; one that is shown again, or refused, has not."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        signed = request.method == "POST" and request.user.is_authenticated
        # Read before the act is done: what cannot be read is refused whole.
        place = request.POST.get(FIELD, "").replace("\0", "") if signed else ""
        response = self.answer(request)
        if place and response.status_code in {302, 303}:
            form, _, object_key = place.partition(" ")
            drop(form=form, object_key=object_key, by=request.user, now=request.now)
            response.set_cookie(COOKIE, quote(place[:130]), max_age=60, samesite="Lax")
        return response
