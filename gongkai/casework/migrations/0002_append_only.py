"""The database itself refuses to change or delete what happened to a case, whoever asks."""

from django.db import migrations

TABLES = ("casework_caseevent", "casework_receipt")


def _sqlite(table):
    said = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {said}"
        for verb in ("UPDATE", "DELETE")
    ]


def _postgresql(table):
    return [
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$",
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()",
    ]


def _on(apps, schema_editor):
    made = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
    for table in TABLES:
        for statement in made(table):
            schema_editor.execute(statement)


def _off(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {table}_no_update")
            schema_editor.execute(f"DROP TRIGGER {table}_no_delete")
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_no_change ON {table}")
            schema_editor.execute(f"DROP FUNCTION {table}_append_only()")


class Migration(migrations.Migration):
    """Triggers on the tables of events and of dates of receipt."""

    dependencies = [("casework", "0001_initial")]
    operations = [migrations.RunPython(_on, _off)]
