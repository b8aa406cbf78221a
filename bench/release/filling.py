"""A site of many items: one organ's, published over twelve years; and the officers who sign there.

``GONGKAI_HOME=… python -m bench.release.filling 300`` fills an installation.
"""

import os
import sys
import time
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

ABOVE = 10_000_000
"""Added to the numbers of the documents, so that items that are signed have others."""
CODE = "B000"
BETWEEN = 0.37
"""Seconds between two acts, no multiple of the worker's rest."""


def filled(home: Path, count: int) -> Any:
    """The organ with its officers; the documents are copied into the installation where that was not done yet."""
    from bench.search.ours import Ours

    done = home / f"filled-{count}"
    home.mkdir(parents=True, exist_ok=True)
    if not done.exists():
        copy(Ours(home, 1), count)
        done.touch()
    else:
        Ours(home, 0)
    return officers()


def officers() -> Any:
    """The organ with its officers."""
    from bench.proof.lives import Town
    from gongkai.accounts.models import User
    from gongkai.agencies.models import Agency

    people = (User.objects.get(username=f"{CODE}-{role}") for role in ("clerk", "reviewer", "signer"))  # fmt: skip
    return Town(Agency.objects.get(code=CODE), *people)


def copy(ours: Any, count: int) -> None:
    """Public copies of so many notices, and three officers."""
    from bench.search.corpus import notices
    from gongkai.common.clock import current
    from gongkai.release.models import PublicDocument
    from gongkai.release.search import rebuild
    from tests.people import make_person

    found = (replace(each, item=each.item + ABOVE) for each in notices(count, 1))
    plain = [replace(each, kind="content") if each.kind == "annual_report" else each for each in found]  # fmt: skip
    PublicDocument.objects.bulk_create(ours.copies(plain), batch_size=1000)
    rebuild(current())
    agency = ours.agencies[0]
    for role, name in (("clerk", "王经办"), ("reviewer", "赵审核"), ("signer", "钱签发")):
        make_person(f"{CODE}-{role}", name, agency, role)


def waiting_items(town: Any, count: int) -> list[Any]:
    """So many texts that wait for the signer."""
    from bench.proof.lives import until_signed

    return [until_signed(town, f"办事指南{uuid.uuid4().hex[:12]}", "content") for _ in range(count)]


def sign(town: Any, item: Any) -> None:
    """The signature, at no steady moment of the worker's rest."""
    from gongkai.common.clock import current
    from gongkai.publishing.actions import publish

    time.sleep(BETWEEN)
    publish(item=item, by=town.signer, now=current())


def withdraw(town: Any, item: Any) -> None:
    """Take it off the site again."""
    from gongkai.common.clock import current
    from gongkai.publishing.actions import withdraw as take_back

    time.sleep(BETWEEN)
    again = type(item).objects.get(pk=item.pk)
    take_back(
        item=again, reason="有误", public_note="更正后重新发布", by=town.signer, now=current()
    )


if __name__ == "__main__":
    filled(Path(os.environ["GONGKAI_HOME"]), int(sys.argv[1]))
