"""The name over pages that belong to no organ's site, such as signing in: that of the main site."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from gongkai.agencies.queries import site_of


def context(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001 - Django asks with it
    """``house``: the main site's identity, looked up only where a page shows it."""
    return {"house": SimpleLazyObject(site_of)}
