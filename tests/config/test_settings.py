"""Addresses in the environment become settings, and what cannot be used is said in one sentence."""

import pytest

from gongkai.config.settings import queues
from gongkai.config.settings.environment import BadEnvironment, Environment
from gongkai.config.settings.mail_server import mail_of
from gongkai.config.settings.queues import cache_of, rq_queues_of, tasks_of

REDIS = {"GONGKAI_REDIS_URL": "redis://127.0.0.1:6379/5"}


def mail(address):
    return mail_of(Environment({"GONGKAI_EMAIL_URL": address}))


def test_without_a_mail_server_letters_lie_in_a_folder(tmp_path):
    settings = mail_of(Environment({"GONGKAI_HOME": str(tmp_path)}))
    assert settings["EMAIL_FILE_PATH"] == tmp_path / "mail"


def test_a_mail_server_is_used_by_its_address():
    settings = mail("smtp+tls://li%40gov.cn:p%3Aw@mail.example.test")
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("mail.example.test", 587)
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("li@gov.cn", "p:w")
    assert (settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"]) == (True, False)


def test_the_mail_server_is_given_up_before_the_lease_ends(settings):
    assert mail("smtp://mail.example.test")["EMAIL_TIMEOUT"] < settings.OUTBOX_LEASE_SECONDS


@pytest.mark.parametrize("address", ["mail.example.test", "http://mail.example.test", "smtp://"])
def test_a_mail_address_of_another_shape_is_refused(address):
    with pytest.raises(BadEnvironment, match="GONGKAI_EMAIL_URL 应写成"):
        mail(address)


def test_without_redis_everything_lies_in_the_database():
    environment = Environment({})
    assert tasks_of(environment)["BACKEND"] == "django_tasks_db.DatabaseBackend"
    assert cache_of(environment)["LOCATION"] == "common_cache"
    assert rq_queues_of(environment) == {}


def test_redis_takes_queue_and_cache(monkeypatch):
    monkeypatch.setattr(queues, "find_spec", lambda _: True)
    environment = Environment(REDIS)
    assert tasks_of(environment)["BACKEND"] == "django_tasks_rq.RQBackend"
    assert cache_of(environment)["LOCATION"] == rq_queues_of(environment)["default"]["URL"]


def test_redis_without_its_libraries_is_refused(monkeypatch):
    monkeypatch.setattr(queues, "find_spec", lambda _: None)
    with pytest.raises(BadEnvironment, match="make scale"):
        tasks_of(Environment(REDIS))


@pytest.mark.parametrize(("said", "seconds"), [({}, 60), ({"GONGKAI_DATABASE_KEEP": "0"}, 0)])
def test_connections_to_postgresql_are_kept_for_a_while(said, seconds):
    address = {"GONGKAI_DATABASE_URL": "postgres://li@db.example.test/gongkai"}
    database = Environment(address | said).database()
    assert database["CONN_MAX_AGE"] == seconds
    assert database["CONN_HEALTH_CHECKS"] is True


def test_sqlite_is_opened_by_each_request():
    assert "CONN_MAX_AGE" not in Environment({}).database()
