"""Whether this installation can serve, for whoever watches it."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from gongkai.common.access import public

_migrated: list[bool] = []
Remark = Callable[[], str]
"""Something that serves, but not as well as it should, as a sentence; "" where all is well."""
_REMARKS: dict[str, Remark] = {}


def offer_remark(key: str, remark: Remark) -> None:
    """Have an app's remark told to who looks after the installation; called when the app starts."""
    _REMARKS[key] = remark


def remarks() -> list[str]:
    """What is to be told just now."""
    return [said for remark in _REMARKS.values() if (said := remark())]


@public
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """200 and {"status": "ok"} when the database answers and its tables are those of this program; 503 otherwise.

    What serves worse than it should stands under ``remarks``.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not is_migrated():
            return JsonResponse({"status": "not migrated"}, status=503)
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    said = remarks()
    return JsonResponse({"status": "ok", "remarks": said} if said else {"status": "ok"})


def is_migrated() -> bool:
    """Whether no migration is missing. Asked of the database until it is so; this program adds none while it runs."""
    if not _migrated:
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            _migrated.append(True)
    return bool(_migrated)
