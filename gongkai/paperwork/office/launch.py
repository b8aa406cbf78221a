"""Started as a script by ``convert``: sets the limits that the kernel enforces, then becomes LibreOffice."""

import os
import sys
from types import ModuleType

resource: ModuleType | None
try:
    import resource
except ImportError:  # not on Windows: there the caller's clock is the only limit
    resource = None

CPU_SECONDS = 120
LARGEST_FILE = 200 * 2**20
MEMORY = 4 * 2**30
"""Bytes of address space; LibreOffice maps some 1.5 GiB before it reads anything."""


def main(command: list[str]) -> None:
    """Become the program."""
    if resource is not None:
        limits = (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, CPU_SECONDS),
            (resource.RLIMIT_FSIZE, LARGEST_FILE),
            (resource.RLIMIT_AS, MEMORY),
        )
        for limit, most in limits:
            _, hard = resource.getrlimit(limit)
            soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (soft, hard))
    os.execv(command[0], command)  # noqa: S606 - the program that the caller found


if __name__ == "__main__":
    main(sys.argv[1:])
