"""The database itself refuses changes to what must stay: every trigger is there after all migrations, on either database.

SQLite makes a table anew when a constraint on it changes, and its triggers go with the old one: a migration that does so takes
them off before and puts them back on (casework 0012), and this test tells of one that forgot to.
"""

import pytest
from django.db import connection

FROZEN = {
    "annual_reports_departmentreturn": {"UPDATE", "DELETE"},
    "annual_reports_handedin": {"UPDATE", "DELETE"},
    "annual_reports_reportevidence": {"UPDATE", "DELETE"},
    "annual_reports_reportversion": {"UPDATE", "DELETE"},
    "audit_entry": {"UPDATE", "DELETE"},
    "casework_caseevent": {"UPDATE", "DELETE"},
    "casework_casefile": {"UPDATE"},
    "casework_deliveryfile": {"INSERT", "UPDATE"},
    "casework_letter": {"UPDATE", "DELETE"},
    "casework_receipt": {"UPDATE", "DELETE"},
    "casework_replyfile": {"INSERT", "UPDATE"},
}
"""By table, what its triggers look at. A table with a new trigger gets a row."""
ON_SQLITE = "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
ON_POSTGRESQL = (
    "SELECT event_object_table, event_manipulation FROM information_schema.triggers "
    "WHERE trigger_schema = current_schema()"
)


def guarded() -> dict[str, set[str]]:
    """By table, the verbs that have a trigger."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.execute(ON_SQLITE if sqlite else ON_POSTGRESQL)
        rows = cursor.fetchall()
    found: dict[str, set[str]] = {}
    for table, said in rows:
        verb = said.split(" BEFORE ")[1].split()[0] if sqlite else said
        found.setdefault(table, set()).add(verb)
    return found


@pytest.mark.django_db
def test_every_frozen_table_has_its_triggers_after_all_migrations():
    assert guarded() == FROZEN, (
        "a trigger is missing, or not in FROZEN: a migration that alters such a table must take its triggers off and put them "
        "on again, as gongkai/casework/migrations/0012_letters_to_third_parties.py does"
    )
