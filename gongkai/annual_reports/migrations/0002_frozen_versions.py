"""The database itself refuses to change or delete a signed version; only its day of publication may be filled in, once.

A later migration that makes SQLite build the table anew must make these triggers again.
"""

from django.db import migrations

TABLE = "annual_reports_reportversion"
FIXED = (
    "id", "report_id", "number", "frozen", "sha256", "acknowledged", "submitted_by_name", "reviewed_by_name", "signed_by_id",
    "signed_by_name", "signed_at", "note",
)  # fmt: skip
MAY = "OLD.published_at IS NULL AND NEW.published_at IS NOT NULL"

SQLITE = (
    f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} WHEN NOT ({MAY}"
    + "".join(f" AND NEW.{name} IS OLD.{name}" for name in FIXED)
    + f") BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END",
    f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END",
)
SQLITE_BACK = (f"DROP TRIGGER {TABLE}_no_update", f"DROP TRIGGER {TABLE}_no_delete")
POSTGRESQL = (
    f"CREATE FUNCTION {TABLE}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF TG_OP = 'UPDATE' THEN IF {MAY}"
    + "".join(f" AND NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in FIXED)
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
    """Triggers on the versions."""

    dependencies = [("annual_reports", "0001_initial")]
    operations = [
        migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_BACK, POSTGRESQL_BACK))
    ]
