"""An organ's place in the tree on a day, as the law asks for it to find who hears a remedy against it."""

from datetime import date

from gongkai.agencies.models import Agency, LetterFacts
from gongkai.agencies.queries import name_on, parents_on
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.reconsideration_organs import OrganPlace
from gongkai.law.remedies import Advice, advise, remedy_against

DEEPEST = 12


def place_of(agency: Agency, on: date) -> OrganPlace:
    """The organ with all that stood above it on the day, and what its record says of its system."""
    above = _line_of(agency, on)
    place: OrganPlace | None = None
    facts = {row.agency_id: row for row in LetterFacts.objects.filter(agency__in=above)}
    for each in reversed(above):
        said = facts.get(each.pk) or LetterFacts()
        place = OrganPlace(
            name_on(each, on),
            each.kind,  # type: ignore[arg-type]  # the choices are the table's
            place,
            said.system,  # type: ignore[arg-type]  # likewise
            said.superior,
        )
    assert place is not None  # the line begins with the organ itself
    return place


def _line_of(agency: Agency, on: date) -> list[Agency]:
    """The organ, its parent of that day, and so on up."""
    parents, pks = parents_on(on), [agency.pk]
    while (above := parents.get(pks[-1])) and above not in pks and len(pks) < DEEPEST:
        pks.append(above)
    found = Agency.objects.in_bulk(pks)
    return [found[pk] for pk in pks]


def advice_of(agency: Agency, kind: str, outcome: str, on: date, paper: str) -> Advice:
    """How the letter of that kind and outcome may be contested; ``blocked`` says what the record lacks."""
    facts = LetterFacts.objects.filter(agency=agency).first() or LetterFacts()
    try:
        remedy = remedy_against(kind, on, outcome)
    except NoRuleInForce as none:
        return Advice("either", on, blocked=str(none))
    return advise(
        remedy,
        place_of(agency, on),
        on,
        paper=paper,
        court=facts.court,
        online=facts.online_reconsideration,
    )
