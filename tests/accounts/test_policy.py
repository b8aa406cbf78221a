"""Permission comes from posts held today, near enough to the organ, and from nothing else."""

from datetime import date

import pytest

from gongkai.accounts.models import Post, User
from gongkai.common.permissions import agencies_for, allowed, permit, require
from gongkai.common.refusals import NotAllowed


def test_a_post_reaches_its_own_organ(cast):
    assert permit(cast.clerk, "agencies.view", cast.town).post == "青石镇人民政府经办"


def test_a_post_does_not_reach_the_organ_beside(cast):
    assert not allowed(cast.stranger, "agencies.view", cast.town)


def test_a_supervisor_sees_below_and_not_beside(cast):
    assert agencies_for(cast.supervisor, "agencies.view") == {
        cast.county.pk,
        cast.town.pk,
        cast.other_town.pk,
    }
    assert not allowed(cast.administrator, "agencies.edit", cast.county)


def test_a_role_without_the_grant_is_refused_in_words(cast):
    with pytest.raises(NotAllowed, match="修改机关资料"):
        require(cast.clerk, "agencies.edit", cast.town)


def test_nobody_may_do_nothing(cast):
    assert not allowed(None, "agencies.view", cast.town)
    assert not allowed(cast.nobody, "agencies.view", cast.town)


@pytest.mark.parametrize(
    "changes",
    [{"until": date(2020, 1, 1)}, {"since": date(2999, 1, 1)}],
    ids=["ended", "not begun"],
)
def test_a_post_counts_only_while_it_is_held(cast, changes):
    Post.objects.filter(user=cast.clerk).update(**changes)
    assert not allowed(cast.clerk, "agencies.view", cast.town)


def test_who_is_no_longer_active_may_do_nothing(cast):
    User.objects.filter(pk=cast.clerk.pk).update(is_active=False)
    assert not allowed(User.objects.get(pk=cast.clerk.pk), "agencies.view", cast.town)


def test_who_was_closed_meanwhile_reaches_nothing_any_more(cast):
    assert agencies_for(cast.clerk, "agencies.view")
    cast.clerk.is_active = False
    assert agencies_for(cast.clerk, "agencies.view") == frozenset()


def test_permission_is_answered_with_one_query_a_request(cast, django_assert_num_queries):
    person = User.objects.get(pk=cast.clerk.pk)
    with django_assert_num_queries(1):
        allowed(person, "agencies.view", cast.town)
        agencies_for(person, "agencies.view")
