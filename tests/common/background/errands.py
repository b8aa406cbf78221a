"""Tasks for the tests of the queue."""

from django_tasks import task

from gongkai.common.models import CachedValue


@task()
def leave_a_mark(name: str) -> None:
    """Something that can be seen afterwards."""
    CachedValue.objects.create(cache_key=name, value="", expires="2026-11-25T00:00:00Z")


@task()
def fail() -> None:
    """Something that goes wrong."""
    raise OSError("坏")
