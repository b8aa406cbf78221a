"""What a site says of itself is data of its organ; one organ's site is the main one."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from gongkai.agencies.models import SiteIdentity
from gongkai.agencies.queries import site_of


def identity(agency, **said):
    return SiteIdentity.objects.create(agency=agency, name=agency.name, sponsor=agency.name, **said)


def test_the_main_site_answers_where_no_organ_is_named(cast):
    identity(cast.county, main=True)
    identity(cast.town)
    assert site_of().agency == cast.county
    assert site_of(cast.town.code).agency == cast.town


def test_no_site_is_no_error(cast):
    assert site_of() is None
    assert site_of("999") is None


def test_there_is_one_main_site(cast):
    identity(cast.county, main=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        identity(cast.town, main=True)


@pytest.mark.parametrize(
    "code", ["123", "12345678901", "abcdefghij", "bm1234567", "１２３４５６７８９０"]
)
def test_an_identification_code_has_ten_characters(cast, code):
    with pytest.raises(ValidationError, match="网站标识码"):
        SiteIdentity(agency=cast.town, name="公开专栏", identification_code=code).full_clean()


@pytest.mark.parametrize("code", ["3200000001", "bm01000001", ""])
def test_identification_codes_as_they_are_given_out(cast, code):
    identity(cast.town, identification_code=code).full_clean()
