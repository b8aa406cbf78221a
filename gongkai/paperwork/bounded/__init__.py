"""Runs a reading function in a child process under a limit of time and memory, whatever the library underneath does.

Children are kept warm, replaced when they overrun, crash or grow, and end with the process that started them.
"""

from typing import Any

from gongkai.paperwork.bounded.answers import of_this_package
from gongkai.paperwork.bounded.pool import WORKERS
from gongkai.paperwork.bounded.worker import Call, Reply
from gongkai.paperwork.errors import HostileFile, UnreadableReport

# A hostile file is to be refused within 5 s and 512 MiB in all: the rest is for the calling process.
SECONDS = 3.5
MEMORY_MIB = 400


class ReaderBroke(UnreadableReport):
    """The reading function failed in a way it does not announce; the child's traceback is a note of the error."""


def bounded_call(
    function: str, *args: Any, seconds: float = SECONDS, memory_mib: int = MEMORY_MIB
) -> Any:
    """Call ``function`` (``"package.module:name"``) with ``args`` in a child process; returns its result.

    ``seconds`` is wall-clock time for the call, ``memory_mib`` the child's whole address space (where the platform
    can limit it). Arguments are pickled; results are plain values and dataclasses of ``gongkai``.

    Raises UnreadableReport or HostileFile as the function did, HostileFile when a limit was passed or the child
    died, ReaderBroke on any other error, LookupError if there is no such function.
    """
    call = Call(function, args, seconds, memory_mib)
    with WORKERS.one() as worker:
        reply = worker.answer(call)
    return _result(reply, call)


def _result(reply: Reply, call: Call) -> Any:
    match reply.outcome:
        case "done":
            return reply.value
        case "refused":
            raise _refusal(reply.value)(reply.detail)
        case "out_of_memory":
            raise HostileFile(f"读取该文件所需内存超过 {call.memory_mib} MiB，已停止读取")
        case "too_deep":
            raise HostileFile("文件内容嵌套过深，已停止读取")
        case "no_such_function":
            raise LookupError(f"没有可调用的函数 {call.function}：{reply.detail}")
    name = reply.value.partition(":")[2]
    error = ReaderBroke(f"读取时出错（{name}），文件可能已损坏，请用原软件打开并重新导出后再试")
    error.add_note(reply.detail)
    raise error


def _refusal(name: str) -> type[UnreadableReport]:
    """The class of a refusal from its ``module:name``; the plain one if it is not of this package."""
    found = of_this_package(*name.split(":"))
    if isinstance(found, type) and issubclass(found, UnreadableReport):
        return found
    return UnreadableReport
