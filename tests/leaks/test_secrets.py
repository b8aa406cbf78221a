"""What is not public is on no public page, and what is one organ's is on no page of another's people: every address is tried."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.models import Draft, Notice
from gongkai.files.models import StoredFile
from gongkai.website.kept import SHELF
from tests.house.addresses import addresses
from tests.leaks.secrets import ASKED, SECRET, hide
from tests.people import SINCE, make_person
from tests.samples import SAMPLES

OURS = [address for address in addresses() if address.ours]
PUBLIC = [address for address in OURS if address.access.kind == "public"]
QUERY = f"?q={ASKED}&name={ASKED}&on={ASKED}&organ="


@pytest.fixture
def hidden(cast):
    hide(cast)
    return cast


def words(answer):
    """All that an answer says, its headers too."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode("utf-8", "replace") + str(dict(answer.headers))


def test_no_public_page_has_a_word_of_what_is_not_public(hidden, client):
    told = []
    item = hidden.town.items.exclude(published=None).filter(source_type="").first()
    shown = {
        "code": hidden.town.code, "number": item.pk, "year": 2024, "kind": "csv",
        "token": StoredFile.objects.first().token, "provider_id": "oidc", "key": "content",
        "month": "2025-01",
    }  # fmt: skip
    for address in PUBLIC:
        known = address.arguments <= shown.keys()
        arguments = {name: shown[name] for name in address.arguments} if known else SAMPLES[address.name](hidden)  # fmt: skip
        SHELF.clear()
        if SECRET in words(client.get(reverse(address.name, kwargs=arguments) + QUERY)):
            told.append(address.name)
    assert not told


def test_no_number_of_an_unpublished_text_answers_on_the_site(hidden, client):
    for number in hidden.town.items.values_list("pk", flat=True):
        answer = client.get(f"/o/{hidden.town.code}/items/{number}/", follow=True)
        assert SECRET not in words(answer)
    for year in (2022, 2023):
        assert client.get(f"/o/{hidden.town.code}/reports/{year}/").status_code == 404


def test_no_file_of_an_unpublished_text_is_handed_out(hidden, client):
    for token in StoredFile.objects.values_list("token", flat=True):
        assert client.get(f"/files/public/{token}").status_code == 404
        client.force_login(hidden.stranger)
        assert client.get(f"/files/public/{token}").status_code == 404
        assert client.get(f"/files/{token}/").status_code == 404
        client.logout()


@pytest.mark.parametrize(
    "role", ["clerk", "reviewer", "signer", "administrator", "supervisor", "reader"]
)
def test_people_of_another_organ_find_no_word_of_it(hidden, role):
    person = make_person("ling", "另一镇的人", hidden.other_town, role)
    client = Client()
    client.force_login(person)
    told = []
    for address in (each for each in OURS if not each.arguments):
        answer = client.get(reverse(address.name) + QUERY)
        told += [address.name] if SECRET in words(answer) else []
    assert not told


def test_nobody_reads_what_another_has_typed(hidden, client):
    draft = {
        "form": "a",
        "object_key": "1",
        "body": {"x": [SECRET]},
        "saved_at": hidden.town.items.first().changed_at,
    }
    Draft.objects.create(person_id=hidden.clerk.pk, **draft)
    Notice.objects.create(user_id=hidden.clerk.pk, key="k", text=SECRET, at=draft["saved_at"])
    for person in (hidden.reviewer, hidden.administrator, hidden.supervisor):
        client.force_login(person)
        assert SECRET not in words(client.get("/desk/drafts/?form=a&object=1"))
        pk = Notice.objects.get(user_id=hidden.clerk.pk, key="k").pk
        client.post(f"/desk/notices/{pk}/")
    assert Notice.objects.get(user_id=hidden.clerk.pk, key="k").read_at is None


ALL_ROLES = ("reviewer", "signer", "administrator", "supervisor", "secrecy_reviewer", "reader")


@pytest.mark.parametrize(
    "address", [each for each in OURS if each.arguments and each.access.on], ids=lambda a: a.name
)
def test_another_organs_numbers_open_nothing(cast, client, address):
    """Asked by one who holds every post of the other town."""
    for role in ALL_ROLES:
        cast.stranger.posts.create(agency=cast.other_town, role=role, since=SINCE)
    client.force_login(cast.stranger)
    url = reverse(address.name, kwargs=SAMPLES[address.name](cast))
    assert client.get(url).status_code in {404, 405}
    assert client.post(url, {"seen_version": 1}).status_code in {404, 405}


def at_home_in_both(cast):
    """The cast with the other town for theirs; the clerk has every post of both."""
    for role in ("clerk", *ALL_ROLES):
        for agency in (cast.town, cast.other_town):
            cast.clerk.posts.get_or_create(agency=agency, role=role, since=SINCE)
    for person in (cast.clerk, cast.reviewer, cast.signer):
        role = person.posts.first().role
        person.posts.get_or_create(agency=cast.other_town, role=role, since=SINCE)
        person.held = None
    return replace(cast, town=cast.other_town)


@pytest.mark.parametrize(
    "address",
    [each for each in OURS if len(each.arguments) > 1 and each.access.on],
    ids=lambda a: a.name,
)
def test_numbers_of_two_organs_do_not_go_together(cast, client, address):
    """The town's own record with something of the other town below it, asked by one who may open both."""
    there = at_home_in_both(cast)
    mine, theirs = SAMPLES[address.name](cast), SAMPLES[address.name](there)
    client.force_login(User.objects.get(pk=cast.clerk.pk))
    for name in address.arguments:
        if mine[name] != theirs[name] and name not in {
            "pk",
            "agency",
        }:  # these name the organ or stand for it
            url = reverse(address.name, kwargs={**mine, name: theirs[name]})
            assert {client.get(url).status_code, client.post(url).status_code} <= {404, 405}, name
