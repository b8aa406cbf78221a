"""Administrators keep the people of their own organs, and never reach beyond them."""

from datetime import UTC, date, datetime

import pytest
from allauth.mfa.models import Authenticator

from gongkai.accounts.actions.people import (
    add_person,
    deactivate,
    edit_person,
    issue_link,
    reactivate,
    recover,
    reset_second_factor,
    unlock,
)
from gongkai.accounts.actions.posts import end_post, give_post
from gongkai.accounts.models import Post, User
from gongkai.audit.models import Entry
from gongkai.common.models import OutboxMessage
from gongkai.common.permissions import allowed
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.config.command_line import main
from tests.people import PASSWORD, make_person

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)


@pytest.fixture
def by(cast):
    """The acts of the town's administrator."""
    return {"by": cast.administrator, "now": NOW}


def added(cast, by, **said):
    kept = {"agency": cast.town, "username": "chen", "name": "陈新人", "email": "chen@example.test", "phone": "13800000000"}  # fmt: skip
    return add_person(**{**kept, **said}, **by)


def test_a_person_is_added_without_a_password_and_lets_oneself_in_by_a_link(client, cast, by):
    person = added(cast, by)
    assert not person.has_usable_password()
    path = client.get(issue_link(person=person, **by)).headers["Location"]
    client.post(path, {"password1": PASSWORD, "password2": PASSWORD})
    assert User.objects.get(pk=person.pk).check_password(PASSWORD)


def test_a_fresh_link_voids_the_password_and_the_link_before(client, cast, by):
    first = issue_link(person=cast.clerk, **by)
    issue_link(person=User.objects.get(pk=cast.clerk.pk), **by)
    assert not User.objects.get(pk=cast.clerk.pk).has_usable_password()
    assert "链接已失效" in client.get(first).content.decode()


def test_personal_data_stays_out_of_the_journal(cast, by):
    person = added(cast, by)
    edit_person(person=person, name="陈新人", email="new@example.test", phone="13900000000", **by)
    kept = str(list(Entry.objects.values()))
    assert not {"chen@example.test", "new@example.test", "13800000000"} & set(kept.split("'"))
    assert Entry.objects.get(act="accounts.edit_person").after == {"changed": ["email", "phone"]}


def test_the_former_address_is_told_that_it_is_given_up(cast, by):
    person = added(cast, by)
    said = {"name": person.name, "email": "new@example.test", "phone": person.phone}
    edit_person(person=person, **said, **by)
    edit_person(person=person, **{**said, "phone": "13900000000"}, **by)
    letter = OutboxMessage.objects.get(kind="mail.send").payload
    assert letter["to"] == ["chen@example.test"]
    assert "new@example.test" not in letter["text"]


def test_a_name_is_given_once_whatever_its_case(cast, by):
    with pytest.raises(Refusal, match="已被使用"):
        added(cast, by, username="WANG")


def test_nobody_is_added_beyond_ones_own_organs(cast, by):
    with pytest.raises(NotAllowed):
        added(cast, by, agency=cast.county)


def given(person, agency, role, by, **said):
    return give_post(person=person, agency=agency, role=role, since=TODAY, **said, **by)


@pytest.mark.parametrize("where", ["county", "other_town"])
def test_an_administrator_lifts_oneself_no_higher(cast, by, where):
    with pytest.raises(NotAllowed):
        given(cast.administrator, getattr(cast, where), "administrator", by)


def test_a_post_counts_from_its_day(cast, by):
    given(cast.reader, cast.town, "clerk", by)
    assert Post.objects.filter(user=cast.reader, role="clerk").exists()
    assert allowed(User.objects.get(pk=cast.reader.pk), "agencies.view", cast.town)


def test_the_same_post_twice_is_refused(cast, by):
    with pytest.raises(Refusal, match="已有同样"):
        given(cast.clerk, cast.town, "clerk", by)


def test_people_of_another_organ_get_no_post_here(cast, by):
    with pytest.raises(NotAllowed, match="不在您管理"):
        given(cast.stranger, cast.town, "signer", by)


def test_who_holds_a_post_elsewhere_is_not_taken_over(cast, by):
    Post.objects.create(user=cast.clerk, agency=cast.county, role="clerk", since=TODAY)
    for act in (issue_link, lambda **said: deactivate(reason="离职", **said)):
        with pytest.raises(NotAllowed, match="管理范围之外"):
            act(person=cast.clerk, **by)


def test_a_post_ends_with_a_reason(cast, by):
    post = cast.clerk.posts.get()
    with pytest.raises(Refusal, match="理由"):
        end_post(post=post, until=TODAY, reason=" ", **by)
    end_post(post=post, until=TODAY, reason="调离", **by)
    assert Entry.objects.get(act="accounts.end_post").reason == "调离"


def test_the_last_administrator_stays(cast, by):
    with pytest.raises(Refusal, match="最后一位"):
        end_post(post=cast.administrator.posts.get(), until=TODAY, reason="调离", **by)
    with pytest.raises(Refusal, match="最后一位"):
        deactivate(person=cast.administrator, reason="离职", **by)


def test_with_another_one_an_administrator_may_go(cast, by):
    make_person("hou", "后任", cast.town, "administrator")
    end_post(post=cast.administrator.posts.get(), until=TODAY, reason="调离", **by)
    assert cast.administrator.posts.get().until == TODAY


def test_who_is_deactivated_may_do_nothing_until_reactivated(client, cast, by):
    client.force_login(cast.clerk)
    deactivate(person=cast.clerk, reason="离职", **by)
    assert client.get("/account/").status_code == 302
    reactivate(person=cast.clerk, reason="返岗", **by)
    assert User.objects.get(pk=cast.clerk.pk).is_active


def test_a_lost_second_factor_is_taken_away_with_a_reason(cast, by):
    Authenticator.objects.create(user=cast.clerk, type="totp", data={"secret": "x"})
    reset_second_factor(person=cast.clerk, reason="手机遗失", **by)
    assert not Authenticator.objects.exists()
    assert Entry.objects.get(act="accounts.reset_second_factor").after == {"kinds": ["totp"]}


def test_a_lock_is_lifted(client, cast, by):
    for _ in range(5):
        client.post("/account/login/", {"login": "wang", "password": "不对的口令-123"})
    unlock(person=cast.clerk, reason="本人核实", **by)
    assert (
        client.post("/account/login/", {"login": "wang", "password": PASSWORD}).status_code == 302
    )


def test_who_holds_the_server_lets_an_administrator_back_in(client, cast, capsys, monkeypatch):
    monkeypatch.setattr("gongkai.config.framework.ready", lambda: None)
    assert main(["recover-admin", "wu"]) == 0
    link = capsys.readouterr().out.split("：")[1].split()[0]
    assert "设置新口令" in client.get(link, follow=True).content.decode()


@pytest.mark.parametrize("username", ["wang", "nobody"])
def test_only_administrators_are_recovered(cast, username):
    with pytest.raises(Refusal):
        recover(username=username, now=NOW)
