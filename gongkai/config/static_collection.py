"""Gathers the program's style sheets, scripts and pictures into the folder from which they are served, when they have changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

STAMP = ".collected"


def collect_static() -> bool:
    """Gather them if any was changed since; returns whether it was done.

    Without the stamp an earlier run was broken off: what it copied in part is newer than its source, and would be left so.
    """
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / STAMP
    now = fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    broken_off = not stamp.exists()
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=broken_off)
    stamp.write_text(now, encoding="ascii")
    return True


def fingerprint() -> str:
    """A hash over name, size and time of every file to be gathered."""
    digest = hashlib.sha256()
    for line in sorted(sources()):
        digest.update(line.encode())
    return digest.hexdigest()


def sources() -> Iterator[str]:
    """One line for each file."""
    from django.contrib.staticfiles.finders import get_finders

    for finder in get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            stat = path.stat()
            yield f"{name} {stat.st_size} {stat.st_mtime_ns}\n"
