"""Arguments for the addresses about organs."""

from datetime import date

from gongkai.agencies.models import Department
from tests.people import Cast

ORGAN_PAGES = (
    "organ", "create", "rename", "move", "close", "reopen", "facts", "contact", "letter_facts", "identity", "add_department",
)  # fmt: skip


def department(cast: Cast) -> dict[str, int]:
    """A department of the town."""
    made = Department.objects.create(
        agency=cast.town, code="dzb", name="党政办", since=date(2020, 1, 1)
    )
    return {"pk": made.pk}


SAMPLES = {f"agencies:{name}": lambda cast: {"pk": cast.town.pk} for name in ORGAN_PAGES} | {
    "agencies:rename_department": department,
    "agencies:close_department": department,
}
