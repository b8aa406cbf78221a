"""The child process behind ``bounded_call``: takes one call after another from stdin, each under its own limits.

Started as a script by ``process`` only. It ends when its stdin is closed, so it never outlives its caller for long.
"""

import contextlib
import importlib
import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, NamedTuple

resource: ModuleType | None
try:
    import resource
except ImportError:  # not on Windows: there the caller's clock is the only limit
    resource = None

MIB = 2**20
LENGTH = struct.Struct(">Q")  # bytes of the pickled reply that follows
BEGUN = 0  # instead of a length: the function is loaded and begins now; a reply follows
GRACE_SECONDS = 1.0  # the caller kills first; the alarm is for a caller that has died


class Call(NamedTuple):
    """What the caller sends: ``function`` is ``module:name``."""

    function: str
    arguments: tuple[Any, ...]
    seconds: float
    memory_mib: int


class Reply(NamedTuple):
    """What goes back. ``outcome`` is done, refused, out_of_memory, too_deep, broke or no_such_function.

    ``value`` is the result if done, else the error's class as ``module:name``; ``detail`` its message (if broke, its
    traceback); ``worn`` says that this process has grown and wants to be replaced.
    """

    outcome: str
    value: Any
    detail: str = ""
    worn: bool = False


def main() -> None:
    """Serve calls until stdin ends."""
    requests, replies = _private_pipes()
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the caller's to act on
    _forbid_files()
    sys.path[:] = pickle.load(requests)  # noqa: S301 - our own caller writes it
    while True:
        try:
            call = Call(*pickle.load(requests))  # noqa: S301
        except EOFError:
            return
        _send(replies, _answer(call, replies))
        del call  # a large file must not stay while waiting for the next one


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, out of reach of a library that prints: fd 0 and 1 become the null device."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    return requests, replies


def _forbid_files() -> None:
    """No core dumps (they would hold personal data) and no files written by whatever a hostile file sets off."""
    if resource is not None:
        for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
            resource.setrlimit(limit, (0, 0))


def _answer(call: Call, replies: BinaryIO) -> Reply:
    """Load the function, say so, and call it: loading is our own doing and no part of the call's time."""
    try:
        function = _find(call.function)
    except (ImportError, AttributeError, ValueError) as error:
        return Reply("no_such_function", _class(error), str(error))
    replies.write(LENGTH.pack(BEGUN))
    replies.flush()
    try:
        _limit(call.memory_mib * MIB, call.seconds + GRACE_SECONDS)
        reply = Reply("done", function(*call.arguments))
    except Exception as error:  # noqa: BLE001 - the caller decides what an unexpected error means
        _limit(None, 0)
        reply = _failure(error)
    else:
        _limit(None, 0)
    return reply._replace(worn=_size() > call.memory_mib * MIB // 3)


def _find(name: str) -> Callable[..., Any]:
    module, _, attribute = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), attribute)
    return found


def _limit(memory: int | None, seconds: float) -> None:
    """Set the address space (bytes, None for no limit) and the alarm (0 for none), where the platform has them."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = hard if memory is None else memory
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    if hasattr(signal, "setitimer"):
        signal.setitimer(
            signal.ITIMER_REAL, seconds
        )  # nobody catches SIGALRM: the kernel ends the process


def _failure(error: Exception) -> Reply:
    from gongkai.paperwork.errors import UnreadableReport

    if isinstance(error, UnreadableReport):
        return Reply("refused", _class(error), str(error))
    if isinstance(error, MemoryError):
        return Reply("out_of_memory", _class(error))
    if isinstance(error, RecursionError):
        return Reply("too_deep", _class(error))
    return Reply("broke", _class(error), "".join(traceback.format_exception(error)))


def _class(error: Exception) -> str:
    return f"{type(error).__module__}:{type(error).__name__}"


def _size() -> int:
    """Bytes of address space in use; 0 where /proc does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _send(replies: BinaryIO, reply: Reply) -> None:
    try:
        payload = pickle.dumps(tuple(reply), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - a result that cannot travel is reported, not lost
        payload = pickle.dumps(
            ("broke", _class(error), f"the result cannot be sent: {error}", True)
        )
    replies.write(LENGTH.pack(len(payload)))
    replies.write(payload)
    replies.flush()


if __name__ == "__main__":
    main()
