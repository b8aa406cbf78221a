"""What a reader looks for, made sane whatever stands in the address; and what is found, with the choices for narrowing it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from gongkai.agencies.models import Agency
from gongkai.law.columns import COLUMNS
from gongkai.law.genres import GENRES
from gongkai.law.validity import VALIDITIES
from gongkai.publishing.presentations import PLAIN, presentation
from gongkai.release.search.looking import Found, FoundDocument, look, text_of_files, words_of
from gongkai.release.search.question import Facts, Word
from gongkai.website.pages import SECTIONS
from gongkai.website.passages import Piece, holds, marked, passages
from gongkai.website.site import Site

LONGEST = 100
PAGE, MOST_PAGES = 20, 50
"""Documents on a page, and pages that can be turned: who wants more narrows the search."""
KINDS = {SECTIONS.get(key, key): key for key in ("guide", "systems", "content", "annual_report")}
"""The kind of documents in each national column."""
LABELS: Mapping[str, Mapping[str, str]] = {
    "column": {KINDS[row.key]: row.title for row in COLUMNS},
    "genre": {row.key: row.label for row in GENRES},
    "validity": {row.key: row.label for row in VALIDITIES},
}
EVERYWHERE = "all"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. ``facts``: the chosen filters but the organ. ``cut``: more was typed than is looked for.

    ``organ``: an organ's code, ``all``, or "" for the organ of the site.
    """

    typed: str
    words: tuple[Word, ...]
    facts: Facts
    organ: str = ""
    newest: bool = False
    page: int = 1
    cut: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that is marked where it stands."""
        return tuple(form for word in self.words for form in word.forms)

    @property
    def narrowed(self) -> bool:
        """Whether a filter is set."""
        return bool(self.facts)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, and how many documents it leaves; None where that is not counted."""

    value: str
    label: str
    number: int | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found, where it stands, and the words in its title and text."""

    document: FoundDocument
    address: str
    about: str
    validity: str
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]


def query_of(typed: QueryDict) -> Query:
    """The query out of an address, whatever stands there."""
    text = typed.get("q", "")
    words = " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
    year, page = typed.get("year", ""), typed.get("page", "")
    organ = typed.get("organ", "")[:64]
    facts = {
        "column": KINDS.get(typed.get("column", ""), ""),
        "genre": _known("genre", typed),
        "validity": _known("validity", typed),
        "year": year if year.isascii() and year.isdigit() and len(year) == 4 else "",
    }
    return Query(
        typed=words[:LONGEST],
        words=words_of(words[:LONGEST]),
        facts={name: value for name, value in facts.items() if value},
        organ=organ if organ.isprintable() else "",
        newest=typed.get("order") == "newest",
        page=min(int(page), MOST_PAGES)
        if page.isascii() and page.isdigit() and 0 < len(page) < 9
        else 1,
        cut=len(words) > LONGEST,
    )


def _known(name: str, typed: QueryDict) -> str:
    value = typed.get(name, "")
    return value if value in LABELS[name] else ""


def facts_of(query: Query, site: Site) -> Facts:
    """The chosen filters with the organ: the site's own, unless another or all are asked for."""
    if query.organ == EVERYWHERE:
        return query.facts
    other = Agency.objects.filter(code=query.organ).first() if query.organ else None
    return {**query.facts, "agency": str((other or site.agency).pk)}


def found_by(query: Query, facts: Facts) -> tuple[Found, Page]:
    """What is found on the page that is asked for, or on the last one where there are fewer."""
    found = _look(query, facts, query.page)
    pages = Paginator(range(min(found.total, PAGE * MOST_PAGES)), PAGE)
    page = pages.get_page(query.page)
    if page.number != query.page:
        found = _look(query, facts, page.number)
    return found, page


def _look(query: Query, facts: Facts, number: int) -> Found:
    first = (max(number, 1) - 1) * PAGE
    return look(query.words, facts, newest=query.newest, first=first, most=PAGE)


def choices(query: Query, found: Found) -> dict[str, list[Choice]]:
    """The values of each filter that leave something, and the chosen one."""
    return {name: _choices(name, query, found) for name in ("column", "genre", "year", "validity")}


def _choices(name: str, query: Query, found: Found) -> list[Choice]:
    counts, chosen = found.counts.get(name, {}), query.facts.get(name, "")
    values: Iterable[str] = LABELS.get(name) or sorted({*counts, chosen}, reverse=True)
    keys = {kind: key for key, kind in KINDS.items()} if name == "column" else {}
    return [
        Choice(
            keys.get(value, value),
            LABELS.get(name, {}).get(value, value),
            counts.get(value, 0),
            value == chosen,
        )
        for value in values
        if value
        and (counts.get(value) or value == chosen or (name == "column" and not query.words))
    ]


def organs(query: Query, found: Found, site: Site) -> list[Choice]:
    """The organs in whose documents one may look, where there are several."""
    if not site.organs:
        return []
    counts = found.counts.get("agency", {})
    known = Agency.objects.filter(name__in=[organ.name for organ in site.organs]).order_by("code")
    rows = [
        row
        for row in known
        if row != site.agency and (counts.get(str(row.pk)) or row.code == query.organ)
    ]
    return [
        Choice("", site.agency.name, counts.get(str(site.agency.pk), 0), chosen=not query.organ),
        Choice(EVERYWHERE, "全部机关", sum(counts.values()), query.organ == EVERYWHERE),
        *(
            Choice(row.code, row.name, counts.get(str(row.pk), 0), row.code == query.organ)
            for row in rows
        ),
    ]


def hit(document: FoundDocument, query: Query, site: Site, codes: Mapping[int, str]) -> Hit:
    """The document as the list shows it; ``codes`` are those of other organs, by their numbers."""
    text = document.passage_text
    if not holds(f"{document.title} {document.document_number} {text}", query.forms):
        text = text_of_files(document.item_id) or text
    return Hit(
        document,
        root_in(document, site, codes) + document.path,
        _about(document),
        LABELS["validity"].get(document.validity, document.validity),
        tuple(marked(document.title, query.forms)),
        tuple(passages(text, query.forms)),
    )


def _about(document: FoundDocument) -> str:
    """What it is: its genre, or its column where it has none; and its form where that is not plain text."""
    kind = LABELS["genre"].get(document.genre) or LABELS["column"][document.kind]
    form = "" if document.presentation == PLAIN else presentation(document.presentation).badge
    return f"{kind}，{form}" if form else kind


def root_in(document: FoundDocument, site: Site, codes: Mapping[int, str]) -> str:
    """Where the site of the document's organ begins."""
    code = codes.get(document.agency_id)
    return f"/o/{code}/" if code else site.root


def address_of(query: Query) -> str:
    """The query as it stands in an address, behind the question mark: words and filters, without order and page."""
    column = {kind: key for key, kind in KINDS.items()}.get(query.facts.get("column", ""), "")
    chosen = {"q": query.typed, **query.facts, "column": column, "organ": query.organ}
    return urlencode({name: value for name, value in chosen.items() if value})


def codes_of(found: Found, site: Site) -> dict[int, str]:
    """The codes of the organs whose documents were found, but the site's own."""
    others = {each.agency_id for each in found.documents} - {site.agency.pk}
    if not others:
        return {}
    return dict(Agency.objects.filter(pk__in=others).values_list("pk", "code"))
