"""A mark of the record: equal as long as nothing is written but what may be written without an act being done."""

from hashlib import sha256

from django.apps import apps

ASIDE = {
    # Reading and refusals are acts too, a form that was typed into has a draft, and people have sessions.
    "audit.entry", "audit.chain", "common.draft", "sessions.session", "usersessions.usersession",
    # So has an application that is written step by step; what was typed wrongly stays in it.
    "casework.requestdraft",
    # How often somebody failed to sign in; the moment of the last sign-in.
    "accounts.signinfailures",
    # "A stored file that no transaction came to use is harmless" (files.actions.receive).
    "files.storedfile",
    # What a file says, kept at its first reading so that nobody reads it twice.
    "publishing.filesurvey",
}  # fmt: skip


def marks() -> dict[str, str]:
    """By table, a hash of all its rows."""
    models = [model for model in apps.get_models() if model._meta.label_lower not in ASIDE]
    return {model._meta.label_lower: mark(model) for model in models if model._meta.managed}


def mark(model: type) -> str:
    """The hash of a table's rows."""
    rows = model._base_manager.order_by("pk").values_list()
    return sha256(repr(list(rows)).encode("utf-8", "surrogatepass")).hexdigest()


def changed(before: dict[str, str]) -> list[str]:
    """The tables that are not as they were."""
    now = marks()
    return [name for name in before if before[name] != now[name]]
