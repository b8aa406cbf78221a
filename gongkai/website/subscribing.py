"""What a site offers to subscribe to, and what was chosen, out of an address or a form, whatever stands there."""

from collections.abc import Iterator, Mapping

from django.http import QueryDict

from gongkai.agencies.models import Agency
from gongkai.law.columns import COLUMNS
from gongkai.release import queries
from gongkai.release.subscriptions.choice import Choice
from gongkai.website.search import EVERYWHERE, LABELS, Query, address_of, facts_of, query_of
from gongkai.website.site import Site

ALL, SEARCH, COLUMN = "all", "search", "column:"
NAMES = {"column": "栏目", "genre": "体裁", "validity": "有效性"}
FILTERS = ("column", "genre", "validity", "organ")
"""What narrows a search and goes along in the form. The year does not: what is new is of this year."""


def offered(site: Site) -> Iterator[tuple[str, str]]:
    """The choices of a site but for the search, by the value that the form sends."""
    yield ALL, "全部新公开的信息"
    yield from ((f"{COLUMN}{key}", title) for key, title in columns(site).items())


def columns(site: Site) -> dict[str, str]:
    """The titles of the national columns and of the organ's own that are kept up, by key."""
    found = {}
    for row in COLUMNS:
        found[row.key] = row.title
        for own in queries.columns_below(site.agency, row.key):
            if own.closed_on is None:
                found[own.key] = own.title
    return found


def chosen_in(asked: QueryDict) -> str:
    """What a page's link asks for: its column, its search, else everything."""
    if asked.get("q"):
        return SEARCH
    column = asked.get("column", "")
    return f"{COLUMN}{column}" if column else ALL


def searched(asked: QueryDict) -> Query:
    """The search that is asked for, without a year."""
    narrowed = asked.copy()
    narrowed.pop("year", None)
    return query_of(narrowed)


def choice_of(site: Site, what: str, query: Query) -> Choice:
    """The choice that was made on a site; ``query`` counts where a search was chosen."""
    if what == SEARCH:
        asked = {"words": query.typed, "facts": dict(facts_of(query, site))}
        return Choice("search", title_of(query), f"search?order=newest&{address_of(query)}", asked)
    key = what.removeprefix(COLUMN)
    if key == ALL:
        return Choice("organ", "全部新公开的信息")
    national = {row.key for row in COLUMNS}
    link = f"{key}/" if key in national else f"columns/{key}/"
    return Choice("column", f"栏目“{columns(site)[key]}”", link, {"key": key})


def title_of(query: Query) -> str:
    """含有“低保”的信息（体裁：通知，全部机关）."""
    narrowed = conditions(query)
    return f"含有“{query.typed}”的信息" + (f"（{narrowed}）" if narrowed else "")


def conditions(query: Query) -> str:
    """The filters of a search in words; an organ that there is not narrows nothing, and is not repeated."""
    labels = [f"{NAMES[name]}：{LABELS[name][value]}" for name, value in query.facts.items()]
    if query.organ == EVERYWHERE:
        labels.append("全部机关")
    elif query.organ and (other := Agency.objects.filter(code=query.organ).first()):
        labels.append(f"机关：{other.name}")
    return "，".join(labels)


def filters_in(asked: QueryDict) -> Mapping[str, str]:
    """The filters of a search that go along in the form."""
    return {name: asked[name][:64] for name in FILTERS if asked.get(name)}
