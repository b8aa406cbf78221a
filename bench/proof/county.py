"""A county at work through the pages for the proof of kill: its townships are entered by a table, then bring out texts and reports.

``python -m bench.proof.county CONFIRMED SEED PORT``: works for ever. People get their posts in the database; all else is
done by browsers against the real server. An answer that no officer should get is written down too, and ends the lane.
"""

import random
import sys
import uuid
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from bench.proof import clicks
from bench.proof.officers import BY_PAGES, YEARS, Confirmations
from gongkai.config.framework import ready


def main(arguments: list[str]) -> int:
    """Work until killed; 1 where something went wrong."""
    ready()
    confirmed, chance, port = (
        Path(arguments[0]),
        random.Random(int(arguments[1])),
        int(arguments[2]),
    )
    with Confirmations(confirmed) as notes:
        try:
            for said in work(chance, port):
                notes.write(said | BY_PAGES)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the proof looks for
            notes.write({"wrong": f"{type(error).__name__}: {error}"})
    return 1


def work(chance: random.Random, port: int) -> clicks.Promises:
    """One table of townships after the other, and in the first of each all that comes to the public."""
    from tests.people import PASSWORD, make_agency, make_person

    code = f"c{uuid.uuid4().hex[:10]}"
    county = make_agency(code, "临川县人民政府", "county_government")
    name = make_person(f"{code}-admin", "吴管理", county, "administrator").username
    administrator = clicks.sign_in(port, name, PASSWORD)
    while True:
        codes, said = clicks.enter_table(administrator, code)
        yield said
        yield from township(port, codes[0], chance)


def township(port: int, code: str, chance: random.Random) -> clicks.Promises:
    """The years of one township."""
    staff = officers(port, code)
    for year in YEARS:
        lives = [clicks.item_life(staff) for _ in range(chance.randint(1, 2))]
        permits = chance.randint(1, 9999)
        lives.append(clicks.report_life(staff, year, printed(code, year), permits))
        chance.shuffle(lives)
        yield from chain(*lives)


def officers(port: int, code: str) -> clicks.Officers:
    """The officers of a township, signed in."""
    from gongkai.agencies.models import Agency
    from tests.people import PASSWORD, make_person

    agency = Agency.objects.get(code=code)
    posts = (("clerk", "王经办"), ("reviewer", "赵审核"), ("signer", "钱签发"))
    people: Iterator[str] = (
        make_person(f"{code}-{role}", name, agency, role).username for role, name in posts
    )
    browsers = [clicks.sign_in(port, name, PASSWORD) for name in people]
    return clicks.Officers(code, agency.pk, *browsers)


def printed(code: str, year: int) -> bytes:
    """The file of a township's report."""
    from gongkai.agencies.models import Agency
    from gongkai.paperwork import print_report
    from tests.annual_reports.stories import flawless

    name = Agency.objects.get(code=code).name
    title = f"{name}{year}年政府信息公开工作年度报告"
    return print_report(replace(flawless(year), organ=name, title=title), "html")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
