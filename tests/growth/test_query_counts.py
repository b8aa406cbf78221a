"""No page asks the database more often because there is more to show: every address, with few rows and with many.

Made of all addresses and of the people whom the matrix lets in. A page is opened once before it is counted, since a process
asks some things once.
"""

from django.core.cache import cache
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gongkai.website.kept import SHELF
from tests.growth import world
from tests.house.addresses import addresses, may_open
from tests.samples import SAMPLES

FEW, MANY = 3, 30
PEOPLE = ("clerk", "supervisor", "reviewer", "administrator", "reader")
WORDS = "?q=第"


def visitors(address, arguments, cast):
    """The first of those whom the matrix lets in: a clerk, whose pages hold most, before others."""
    people = (getattr(cast, name) for name in PEOPLE)
    return [person for person in people if may_open(person, address, arguments)][:1]


def counted(client, cast):
    """By address and person: how often the page asks. What the sample of an address makes is undone."""
    found = {}
    for address in (each for each in addresses() if each.ours and each.name != "healthz"):
        with transaction.atomic():
            arguments = dict(SAMPLES.get(address.name, lambda _: {})(cast))
            url = reverse(address.name, kwargs=arguments) + WORDS
            for person in visitors(address, arguments, cast):
                found[address.name, person.username] = asked(client, person, url)
            transaction.set_rollback(True)
    return found


def asked(client, person, url):
    """How often a page asks, opened the second time; what it asked, by how often."""
    client.force_login(person)
    if client.get(url).status_code != 200:
        return 0, ()
    SHELF.clear()
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries), [query["sql"] for query in queries]


def growth(before, after):
    """What was asked more often, shortened."""
    told = {sql.partition(" WHERE ")[0][-160:] for sql in after[1]}
    heads = [sql.partition(" WHERE ")[0][-160:] for sql in before[1]]
    now = [sql.partition(" WHERE ")[0][-160:] for sql in after[1]]
    return {
        head: now.count(head) - heads.count(head)
        for head in told
        if now.count(head) > heads.count(head)
    }


def test_no_page_asks_more_often_because_there_is_more(client, cast):
    world.grow(cast, FEW)
    few = counted(client, cast)
    world.grow(cast, MANY)
    cache.clear()
    many = counted(client, cast)
    faults = [
        f"{page}: {few[page][0]} → {many[page][0]} {growth(few[page], many[page])}"
        for page in few
        if many[page][0] > few[page][0]
    ]
    assert len(few) > 100
    assert not faults, "\n".join(faults)
