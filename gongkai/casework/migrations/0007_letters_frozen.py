"""The database itself refuses to change or delete a letter that was issued, whoever asks.

What may still happen to it: its files are added once, it is made void, and its words are erased with the applicant's data.
"""

from django.db import migrations

TABLE = "casework_letter"
FIXED = (
    "case_id",
    "kind",
    "outcome",
    "decision_id",
    "notice_id",
    "consultation_id",
    "template_id",
    "number_id",
    "text_since",
    "signed_on",
    "issued_by_id",
    "issued_by",
    "issued_at",
)
ERASED = (("sealed", "{}"), ("facts", "{}"), ("body", "[]"))
ADDED = ("pdf_id", "docx_id")


def _changed(differs, literal):
    tests = [f"NEW.{name} {differs} OLD.{name}" for name in FIXED]
    tests += [
        f"(NEW.{name} {differs} OLD.{name} AND NEW.{name} <> {literal(empty)})"
        for name, empty in ERASED
    ]
    tests += [f"(OLD.{name} IS NOT NULL AND NEW.{name} {differs} OLD.{name})" for name in ADDED]
    tests.append("NEW.state NOT IN (OLD.state, 'void')")
    return " OR ".join(tests)


def _sqlite():
    said = f"BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen'); END"
    changed = _changed("IS NOT", lambda empty: f"'{empty}'")
    yield (
        f"CREATE TRIGGER {TABLE}_no_update BEFORE UPDATE ON {TABLE} "
        f"WHEN OLD.state <> 'draft' AND ({changed}) {said}"
    )
    yield f"CREATE TRIGGER {TABLE}_no_delete BEFORE DELETE ON {TABLE} WHEN OLD.state <> 'draft' {said}"


def _postgresql():
    changed = _changed("IS DISTINCT FROM", lambda empty: f"'{empty}'::jsonb")
    yield (
        f"CREATE FUNCTION {TABLE}_frozen() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{TABLE} is frozen'; END $$"
    )
    for verb, when in (("UPDATE", f" AND ({changed})"), ("DELETE", "")):
        yield (
            f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} FOR EACH ROW "
            f"WHEN (OLD.state <> 'draft'{when}) EXECUTE FUNCTION {TABLE}_frozen()"
        )


def on(apps, schema_editor):
    """Put the triggers on."""
    made = _sqlite if schema_editor.connection.vendor == "sqlite" else _postgresql
    for statement in made():
        schema_editor.execute(statement)


def off(apps, schema_editor):
    """Take the triggers off."""
    postgresql = schema_editor.connection.vendor != "sqlite"
    for verb in ("update", "delete"):
        of_table = f" ON {TABLE}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {TABLE}_no_{verb}{of_table}")
    if postgresql:
        schema_editor.execute(f"DROP FUNCTION {TABLE}_frozen()")


class Migration(migrations.Migration):
    """Triggers on the table of letters."""

    dependencies = [("casework", "0006_letters")]
    operations = [migrations.RunPython(on, off)]
