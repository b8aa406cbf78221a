"""The address for watchers says ok only when the site can serve."""

import pytest
from django.db import OperationalError, connection

from gongkai.common import health


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch):
    monkeypatch.setattr(health, "_migrated", [])


@pytest.mark.django_db
def test_it_is_ok_when_the_database_answers_and_is_migrated(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_it_is_not_ok_when_a_migration_is_missing(client, monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_: ["one"])
    assert client.get("/healthz").status_code == 503


@pytest.mark.django_db
def test_it_is_not_ok_when_the_database_does_not_answer(client, monkeypatch):
    def gone():
        raise OperationalError("没有应答")

    monkeypatch.setattr(connection, "cursor", gone)
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (503, {"status": "no database"})


@pytest.mark.django_db
def test_it_answers_without_https_too(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
