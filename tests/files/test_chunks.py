"""Large bytes are sealed piece by piece; what is altered, moved or cut off does not open."""

from io import BytesIO

import pytest

from gongkai.common import vault
from gongkai.files import chunks

KEY = vault.new_key()


def sealed(data: bytes, context: str = "a") -> bytes:
    out = BytesIO()
    chunks.seal_stream(BytesIO(data), out, context=context, key=KEY)
    return out.getvalue()


def opened(data: bytes, context: str = "a") -> bytes:
    return b"".join(chunks.unsealed_stream(BytesIO(data), context=context, key=KEY))


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(chunks, "PIECE", 10)


@pytest.mark.parametrize("length", [0, 1, 9, 10, 11, 20, 35])
def test_what_is_sealed_opens_again(length):
    data = bytes(range(length))
    assert opened(sealed(data)) == data
    assert length < 9 or data not in sealed(data)


def test_a_piece_cut_off_moved_or_taken_elsewhere_does_not_open():
    whole = sealed(b"x" * 25)
    one = 4 + int.from_bytes(whole[:4], "big")
    for wrong in (whole[:one], whole[: 2 * one], whole[one:], whole[one : 2 * one] + whole[:one]):
        with pytest.raises(vault.CannotOpen):
            opened(wrong)
    with pytest.raises(vault.CannotOpen):
        opened(whole, context="b")
