"""Random histories: whatever clerks with every post try, no text becomes public that fewer than two persons had a hand in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.common.refusals import Refusal
from gongkai.publishing import actions
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from tests.people import make_person
from tests.publishing.items import NOW, draft, passed

VERBS = {
    "save": lambda item, by, n: actions.save_draft(
        item=item,
        seen_version=Item.objects.get(pk=item.pk).version,
        text=Text("标题", f"<p>{n}</p>"),
        by=by,
        now=NOW,
    ),
    "submit": lambda item, by, _: actions.submit(item=item, by=by, now=NOW),
    "take_back": lambda item, by, _: actions.take_back(item=item, by=by, now=NOW),
    "review": lambda item, by, _: passed(item, by=by),
    "send_back": lambda item, by, _: actions.send_back(item=item, remark="改", by=by, now=NOW),
    "publish": lambda item, by, _: actions.publish(item=item, by=by, now=NOW),
    "revise": lambda item, by, _: actions.revise(item=item, by=by, now=NOW),
    "drop": lambda item, by, _: actions.drop_revision(item=item, by=by, now=NOW),
    "restore": lambda item, by, n: actions.restore(
        item=item, version=item.versions.all()[n % item.versions.count()], by=by, now=NOW
    ),
    "withdraw": lambda item, by, _: actions.withdraw(
        item=item, reason="有误", public_note="更正中", by=by, now=NOW
    ),
}
PATH = ("save", "submit", "review", "publish")
STEPS = st.lists(
    st.tuples(st.sampled_from((*PATH, *PATH, *VERBS)), st.integers(0, 2), st.integers(0, 9)),
    min_size=6,
    max_size=25,
)


@pytest.fixture
def people(cast):
    """Three people with every post."""
    found = []
    for number in range(3):
        person = make_person(f"quan{number}", f"全岗位{number}", cast.town, "clerk")
        for role in ("reviewer", "signer"):
            person.posts.create(agency=cast.town, role=role, since=cast.town.since)
        found.append(person)
    return found


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_no_history_publishes_what_one_person_wrote_and_signed(cast, people, steps):
    item = draft(cast)
    for verb, who, number in steps:
        try:
            VERBS[verb](item, people[who], number)
        except Refusal:
            continue
        if verb == "publish":
            version = Item.objects.get(pk=item.pk).published
            assert people[who].pk not in {*version.writers, version.submitted_by_id}
            assert version.sha256 == actions.texts.text_of(version).sha256()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_a_sealed_text_never_changes(cast, people, steps):
    item, sealed = draft(cast), {}
    for verb, who, number in steps:
        try:
            VERBS[verb](item, people[who], number)
        except Refusal:
            continue
        for version in item.versions.exclude(sha256=""):
            assert sealed.setdefault(version.pk, version.body) == version.body
