"""What a form gets of a request: all that was sent, and nothing at all where the page was only opened.

An empty POST was sent too. ``request.POST or None`` takes it for a page that was opened, and then nothing is said to be missing.
"""

from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict


def sent(request: HttpRequest) -> QueryDict | None:
    """The fields that were sent; None where the page was only opened."""
    return request.POST if request.method == "POST" else None


def sent_files(request: HttpRequest) -> MultiValueDict | None:
    """The files that were sent; None where the page was only opened."""
    return request.FILES if request.method == "POST" else None
