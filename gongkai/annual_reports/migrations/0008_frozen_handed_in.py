"""The database itself refuses to change what was handed in, or to delete it; what its collector decides may be filled in.

A later migration that makes SQLite build the table anew must make these triggers again.
"""

from django.db import migrations

TABLE = "annual_reports_handedin"
FIXED = (
    "id", "collector_id", "organ_id", "year", "number", "source", "report_version_id", "collected_file_id", "frozen", "sha256",
    "handed_in_at",
)  # fmt: skip

SQLITE = (
    f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} WHEN NOT ("
    + " AND ".join(f"NEW.{name} IS OLD.{name}" for name in FIXED)
    + f") BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END",
    f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END",
)
SQLITE_BACK = (f"DROP TRIGGER {TABLE}_no_update", f"DROP TRIGGER {TABLE}_no_delete")
POSTGRESQL = (
    f"CREATE FUNCTION {TABLE}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN IF TG_OP = 'UPDATE' THEN IF "
    + " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in FIXED)
    + f" THEN RETURN NEW; END IF; END IF; RAISE EXCEPTION '{TABLE} is frozen'; END $$",
    f"CREATE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TABLE}_frozen()",
)
POSTGRESQL_BACK = (
    f"DROP TRIGGER {TABLE}_no_change ON {TABLE}",
    f"DROP FUNCTION {TABLE}_frozen()",
)


def _run(sqlite, postgresql):
    def change(apps, schema_editor):
        for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgresql:
            schema_editor.execute(statement)

    return change


class Migration(migrations.Migration):
    """Triggers on what was handed in."""

    dependencies = [("annual_reports", "0007_collection")]
    operations = [
        migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_BACK, POSTGRESQL_BACK))
    ]
