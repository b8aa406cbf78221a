"""It is 2026-11-05 on the desk; people open pages of requests and send forms."""

import pytest
from django.urls import reverse

from gongkai.casework.models import Case
from tests.casework import cases
from tests.casework.cases import at
from tests.casework.desk.typed import TODAY


@pytest.fixture(autouse=True)
def early_november(monkeypatch):
    """It is 2026-11-05: the doors ask the clock by these names."""
    for place in ("gongkai.common.middleware", "gongkai.casework.views.lists"):
        monkeypatch.setattr(f"{place}.current", lambda: at(TODAY))


@pytest.fixture
def ask(client):
    """``ask(person, name, pk, data)`` opens a page of requests, or sends a form to it."""

    def asked(person, name, pk=None, data=None, query=""):
        client.force_login(person)
        url = reverse(f"casework:{name}", kwargs={"pk": pk} if pk else {}) + query
        return client.get(url) if data is None else client.post(url, data)

    return asked


@pytest.fixture
def act(ask):
    """``act(person, page, record, **typed)`` confirms an act on a record, on top of what stands now."""

    def acted(person, page, record, query="", /, **typed):
        case = cases.again(record if isinstance(record, Case) else record.case)
        seen = {"seen_version": case.version}
        return ask(person, page, record.pk, {**seen, **typed}, query)

    return acted
