"""The web server: granian with the ASGI application. Started by ``gongkai serve`` as a process of its own."""

import argparse
import os
import sys
from functools import partial
from typing import Any

from granian import Granian
from granian.constants import Interfaces

from gongkai.config.orphans import end_with
from gongkai.config.settings.log_lines import logging_of

APPLICATION = "gongkai.config.asgi:application"
BACKLOG = 1024
LAST_WAIT = 10
"""Seconds that a process of the site has for the requests under way when all end; less than the household's patience."""


def load(parent: int, _name: str) -> Any:
    """The application, in a process that answers requests: it ends when the server that started it is gone."""
    end_with(parent)
    from gongkai.config.asgi import application
    from gongkai.release.search.sounds import warm

    warm()
    return application


def serve(host: str, port: int, workers: int) -> None:
    """Serve until asked to end. A process of the site that dies is started again."""
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        workers=workers,
        backlog=BACKLOG,
        respawn_failed_workers=True,
        workers_kill_timeout=LAST_WAIT,
        websockets=False,
        log_dictconfig=logging_of(),
    ).serve(target_loader=partial(load, os.getpid()))


def main() -> int:
    """``python -m gongkai.config.server HOST PORT WORKERS [--keeper PID]``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("workers", type=int)
    parser.add_argument("--keeper", type=int)
    chosen = parser.parse_args()
    if chosen.keeper:
        end_with(chosen.keeper)
    serve(chosen.host, chosen.port, chosen.workers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
