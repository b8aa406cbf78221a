"""The database itself refuses to change or delete the evidence of a version, and what departments handed in but for striking it out.

A later migration that makes SQLite build the tables anew must make these triggers again.
"""

from django.db import migrations

EVIDENCE, RETURNED = "annual_reports_reportevidence", "annual_reports_departmentreturn"
FIXED = {
    EVIDENCE: ("id", "version_id", "frozen", "sha256"),
    RETURNED: (
        "id", "agency_id", "department_id", "line", "year", "first_day", "last_day", "figure", "no_power", "basis", "source",
        "file_name", "by_id", "by_name", "at", "replaces_id",
    ),
}  # fmt: skip


def _sqlite(table):
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in FIXED[table])
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
    yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN NOT ({same}) {refuse}"
    yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"


def _postgresql(table):
    same = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in FIXED[table])
    yield (
        f"CREATE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'UPDATE' THEN "
        f"IF {same} THEN RETURN NEW; END IF; END IF; RAISE EXCEPTION '{table} is frozen'; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"
    )


def _sqlite_back(table):
    yield f"DROP TRIGGER {table}_no_update"
    yield f"DROP TRIGGER {table}_no_delete"


def _postgresql_back(table):
    yield f"DROP TRIGGER {table}_no_change ON {table}"
    yield f"DROP FUNCTION {table}_frozen()"


def _run(sqlite, postgresql):
    def change(apps, schema_editor):
        statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgresql
        for table in FIXED:
            for statement in statements(table):
                schema_editor.execute(statement)

    return change


class Migration(migrations.Migration):
    """Triggers on the evidence and on the returns."""

    dependencies = [("annual_reports", "0009_compiled")]
    operations = [
        migrations.RunPython(_run(_sqlite, _postgresql), _run(_sqlite_back, _postgresql_back))
    ]
