"""A body that is too large is read to its end and thrown away; others pass as they are."""

import pytest

from gongkai.config.limited_body import LimitedBody
from tests.aside import run_aside


def ask(chunks, announced=None, kind="http"):
    """What the application gets of a body in pieces, and how many pieces were left unread."""
    pieces = [
        {"type": "http.request", "body": chunk, "more_body": n < len(chunks) - 1}
        for n, chunk in enumerate(chunks)
    ]
    heard = []

    async def receive():
        return pieces.pop(0) if pieces else {"type": "http.disconnect"}

    async def application(scope, receive, send):
        while (message := await receive())["type"] == "http.request":
            heard.append(message["body"])
            if not message["more_body"]:
                break

    headers = [(b"content-length", str(announced).encode())] if announced is not None else []
    served = LimitedBody(application, lambda path: 10)(
        {"type": kind, "path": "/", "headers": headers}, receive, None
    )
    run_aside(served)
    return b"".join(heard), len(pieces)


@pytest.mark.parametrize("chunks", [[b""], [b"12345"], [b"12345", b"67890"]])
def test_a_body_within_the_limit_passes(chunks):
    assert ask(chunks) == (b"".join(chunks), 0)


def test_what_announces_too_much_is_run_dry():
    assert ask([b"x" * 6] * 3, announced=18) == (b"", 0)


def test_what_announces_nothing_is_cut_at_the_limit():
    heard, left = ask([b"x" * 6] * 3)
    assert len(heard) <= 10
    assert left == 0


def test_patience_ends():
    _, left = ask([b"x" * 10] * 100, announced=1000)
    assert left > 80


@pytest.mark.parametrize("announced", ["", "-1", "many"])
def test_an_odd_length_counts_as_none(announced):
    assert ask([b"123"], announced=announced) == (b"123", 0)
