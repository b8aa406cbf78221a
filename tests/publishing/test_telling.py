"""Who comes next is told, and who handed a text in hears what became of it; nobody is told of their own act."""

import pytest

from gongkai.common.models import Notice
from gongkai.publishing.actions import publish, submit
from tests.publishing.items import draft, later, passed, submitted


def told(person) -> list[str]:
    return [notice.text for notice in Notice.objects.filter(user_id=person.pk)]


def test_the_reviewer_and_then_the_signer_are_told(cast):
    item = submit(item=draft(cast), by=cast.clerk, now=later(1))
    assert told(cast.reviewer) == ["《公开指南》等您发布审核"]
    passed(item, by=cast.reviewer, now=later(2))
    assert told(cast.signer) == ["《公开指南》已经审核，等您签发"]


def test_who_handed_it_in_hears_that_it_is_public(cast):
    item = passed(submitted(cast), by=cast.reviewer, now=later(2))
    publish(item=item, by=cast.signer, now=later(3))
    assert told(cast.clerk) == ["《公开指南》已经签发并公开"]


@pytest.mark.parametrize("who", ["clerk", "stranger", "supervisor", "reader"])
def test_others_are_not_told(cast, who):
    submit(item=draft(cast), by=cast.clerk, now=later(1))
    assert not told(getattr(cast, who))
