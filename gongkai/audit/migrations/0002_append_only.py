"""The database itself refuses to change or delete an entry, whoever asks."""

from django.db import migrations

SQLITE = (
    "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END",
    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END",
)
SQLITE_BACK = ("DROP TRIGGER audit_entry_no_update", "DROP TRIGGER audit_entry_no_delete")
POSTGRESQL = (
    "CREATE FUNCTION audit_entry_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'audit_entry is append-only'; END $$",
    "CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION audit_entry_append_only()",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER audit_entry_no_change ON audit_entry",
    "DROP FUNCTION audit_entry_append_only()",
)


def _run(forward, back):
    def change(apps, schema_editor, *, sqlite, postgresql):
        for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgresql:
            schema_editor.execute(statement)

    return migrations.RunPython(
        lambda apps, editor: change(apps, editor, sqlite=forward[0], postgresql=forward[1]),
        lambda apps, editor: change(apps, editor, sqlite=back[0], postgresql=back[1]),
    )


class Migration(migrations.Migration):
    """Triggers on the journal's table."""

    dependencies = [("audit", "0001_initial")]
    operations = [_run((SQLITE, POSTGRESQL), (SQLITE_BACK, POSTGRESQL_BACK))]
