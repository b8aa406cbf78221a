"""Sealed text opens only with its key and in its place; equal values are found by index without being readable."""

import pytest

from gongkai.common import vault


def test_what_is_sealed_opens_in_its_place():
    assert vault.unseal(vault.seal("李申请人", context="a:1"), context="a:1") == "李申请人"


def test_the_same_text_is_sealed_differently_each_time():
    assert vault.seal("李", context="a") != vault.seal("李", context="a")


@pytest.mark.parametrize(
    "change",
    [lambda s: s[:-2] + ("A" if s[-2] != "A" else "B") + s[-1], lambda s: s[:20], lambda s: "", lambda s: "1.%%"],
)  # fmt: skip
def test_an_altered_seal_does_not_open(change):
    with pytest.raises(vault.CannotOpen):
        vault.unseal(change(vault.seal("李申请人", context="a")), context="a")


def test_a_seal_moved_elsewhere_does_not_open():
    with pytest.raises(vault.CannotOpen):
        vault.unseal(vault.seal("李", context="a:1"), context="a:2")


def test_a_seal_of_one_key_does_not_open_with_another():
    sealed = vault.seal("李", context="a", key=vault.new_key())
    with pytest.raises(vault.CannotOpen):
        vault.unseal(sealed, context="a", key=vault.new_key())


def test_equal_values_have_equal_indexes_however_they_are_typed():
    first = vault.blind_index("１３８００１３８０００ ", field="phone")
    assert first == vault.blind_index("138 0013 8000", field="phone")
    assert first != vault.blind_index("13800138001", field="phone")


def test_indexes_of_different_fields_cannot_be_compared():
    assert vault.blind_index("x", field="a") != vault.blind_index("x", field="b")
