"""Arguments for the addresses of the online form and the status page, at the county's site and at the town's."""

from collections.abc import Callable, Mapping
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.casework.actions import ask_clarification, confirm_receipt
from gongkai.common.clock import current, law_day
from gongkai.website.case_files import token_of as link_of
from gongkai.website.case_status import token_of
from tests.casework.cases import by_hand
from tests.people import Cast
from tests.website.applications import filled, sent_in
from tests.website.sent_files import sent_file

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def organ(cast: Cast) -> Mapping[str, Any]:
    """The town's site below the installation's."""
    return {"code": cast.town.code}


SAMPLES["organ:apply_start"] = SAMPLES["organ:apply_status"] = organ
SAMPLES["website:apply_draft"] = lambda cast: {"key": filled(cast.county)}
SAMPLES["website:apply_step"] = lambda cast: {"key": filled(cast.county), "step": "who"}
SAMPLES["organ:apply_draft"] = lambda cast: {**organ(cast), "key": sent_in(cast.town)[1]}
SAMPLES["organ:apply_step"] = lambda cast: {
    **organ(cast),
    "key": filled(cast.town),
    "step": "wanted",
}


def unclear_request(cast: Cast) -> Mapping[str, Any]:
    """A request that came in online and waits for its applicant's correction."""
    case = sent_in(cast.town)[0]
    now, today = current(), law_day(current())
    case = confirm_receipt(case=case, confirmed_on=today, how="电话", by=cast.clerk, now=now)
    sending = by_hand(today)
    ask_clarification(
        case=case, items="请写明年份", days=10, sending=sending, by=cast.clerk, now=now
    )
    return {"token": token_of(case)}


for name in ("apply_case", "apply_withdraw"):
    SAMPLES[f"website:{name}"] = lambda cast: {"token": token_of(sent_in(cast.county)[0])}
    SAMPLES[f"organ:{name}"] = lambda cast: {**organ(cast), **unclear_request(cast)}


def file_link(agency: Agency) -> Mapping[str, Any]:
    """The link to a file that was sent online."""
    row = sent_file(agency)
    return {"token": token_of(row.delivery.case), "link": link_of(row.delivery, row)}


SAMPLES["website:apply_file"] = lambda cast: file_link(cast.county)
SAMPLES["organ:apply_file"] = lambda cast: {**organ(cast), **file_link(cast.town)}
