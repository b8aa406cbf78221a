"""Officers with requests for the proof of kill: registered, clarified, extended, answered and served, one after another until killed.

``python -m bench.proof.caseworkers CONFIRMED SEED PORT``: the actions are called, not the pages. All of a crew work in a few
organs, so that they draw their numbers from the same series at once.
"""

import random
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.proof.officers import Confirmations
from gongkai.config.framework import ready

TOWNS = 2
HAND = "direct"


def main(arguments: list[str]) -> int:
    """Work for ever; 1 where an action refused what it should not."""
    ready()
    confirmed, chance = Path(arguments[0]), random.Random(int(arguments[1]))
    with Confirmations(confirmed) as notes:
        try:
            while True:
                notes.write_all(case_life(town(chance.randrange(TOWNS)), chance))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the proof looks for
            notes.write({"wrong": f"{type(error).__name__}: {error}"})
    return 1


def town(number: int) -> Any:
    """A town of the proof with its officers, made where nobody has made it yet."""
    from django.db import IntegrityError, transaction

    from bench.proof.lives import Town, town_with_officers
    from gongkai.accounts.models import User
    from gongkai.agencies.models import Agency
    from tests.people import make_agency

    code = f"requests-{number}"
    try:
        with transaction.atomic():
            county = make_agency(f"{code}-county", "临川县人民政府", "county_government")
            return town_with_officers(code, county)
    except IntegrityError:
        names = (f"{code}-{role}" for role in ("clerk", "reviewer", "signer"))
        people = (User.objects.get(username=name) for name in names)
        return Town(Agency.objects.get(code=code), *people)


def case_life(town: Any, chance: random.Random) -> Iterator[tuple[str, Any]]:
    """A request from its receipt to its file; what comes between is drawn by chance."""
    from gongkai.casework import actions
    from gongkai.common.clock import current, law_day
    from tests.casework.cases import asked

    today = law_day(current())
    request = asked(f"第{chance.randrange(10**9)}号合同", day=today)
    case = actions.register(agency=town.agency, request=request, by=town.clerk, now=current())
    yield "casework.register", case
    if between := chance.choice((clarified, extended, None)):
        yield from between(town, case)
    yield from answered(town, case)


def clarified(town: Any, case: Any) -> Iterator[tuple[str, Any]]:
    """The applicant is asked at the counter what is meant, and says it."""
    from gongkai.casework import actions

    do = partial(_do, by=town.clerk, case=case)
    yield do(actions.ask_clarification, items="写明年份", days=5, sending=_by_hand())
    yield do(actions.receive_correction, words="2025年的", received_on=_today())


def extended(town: Any, case: Any) -> Iterator[tuple[str, Any]]:
    """More time is asked for, granted and told."""
    from gongkai.casework import actions

    notice = actions.propose_extension(
        case=_again(case), days=5, reason="件数多", **_now(town.clerk)
    )
    yield "casework.propose_extension", case
    notice = actions.approve_notice(notice=notice, **_now(town.signer))
    yield "casework.approve_extension", case
    actions.tell(notice=notice, sending=_by_hand(), **_now(town.clerk))
    yield "casework.tell_extension", case


def answered(town: Any, case: Any) -> Iterator[tuple[str, Any]]:
    """The reply through its three officers to the applicant."""
    from gongkai.casework import actions
    from tests.casework.cases import CLEAR, reply

    decision = actions.draft_reply(case=_again(case), reply=reply(), **_now(town.clerk))
    yield "casework.decide", case
    actions.submit_reply(decision=decision, **_now(town.clerk))
    yield "casework.submit_reply", case
    actions.review_reply(decision=decision, secrecy=CLEAR, **_now(town.reviewer))
    yield "casework.review_reply", case
    actions.sign_reply(decision=decision, **_now(town.signer))
    yield "casework.sign_reply", case
    actions.serve_reply(decision=decision, sending=_by_hand(), **_now(town.clerk))
    yield "casework.serve_reply", case


def _do(action: Any, *, case: Any, by: Any, **said: Any) -> tuple[str, Any]:
    action(case=_again(case), **said, **_now(by))
    return f"casework.{action.__name__}", case


def _again(case: Any) -> Any:
    return type(case).objects.get(pk=case.pk)


def _now(by: Any) -> dict[str, Any]:
    from gongkai.common.clock import current

    return {"by": by, "now": current()}


def _today() -> Any:
    from gongkai.common.clock import current, law_day

    return law_day(current())


def _by_hand() -> Any:
    from gongkai.casework.actions import Sending

    return Sending(HAND, received_on=_today())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
