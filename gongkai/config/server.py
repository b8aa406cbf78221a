"""The web server: granian with the ASGI application. Started by ``gongkai serve`` as a process of its own."""

import argparse
import sys

from granian import Granian
from granian.constants import Interfaces

from gongkai.config.settings.log_lines import logging_of

APPLICATION = "gongkai.config.asgi:application"
BACKLOG = 1024


def serve(host: str, port: int, workers: int) -> None:
    """Serve until asked to end. A worker process that dies is started again."""
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        workers=workers,
        backlog=BACKLOG,
        respawn_failed_workers=True,
        websockets=False,
        log_dictconfig=logging_of(),
    ).serve()


def main() -> int:
    """``python -m gongkai.config.server HOST PORT WORKERS``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("workers", type=int)
    chosen = parser.parse_args()
    serve(chosen.host, chosen.port, chosen.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
