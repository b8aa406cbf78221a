"""The victims are functions of the standard library: each does one of the things a hostile file makes a library do."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gongkai.paperwork.bounded import ReaderBroke, bounded_call, process, worker
from gongkai.paperwork.bounded.pool import MOST_WORKERS, WORKERS
from gongkai.paperwork.bounded.process import CALLS_PER_WORKER
from gongkai.paperwork.contract_json import loads
from gongkai.paperwork.errors import HostileFile, UnreadableReport

LOADS = "gongkai.paperwork.contract_json:loads"
REPORT = '{"contract": "gongkai.annual-report/1", "form": "2021", "year": 2024}'


def works() -> bool:
    return bounded_call("builtins:len", b"abc") == 3


def child_of_next_call() -> int:
    return int(bounded_call("os:getpid"))


def alive(process: int) -> bool:
    """Whether the process runs; one that has ended and waits for init to notice does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_a_result_comes_back_as_the_function_gave_it():
    assert bounded_call(LOADS, REPORT) == loads(REPORT)


def test_a_second_call_uses_the_same_warm_child():
    assert child_of_next_call() == child_of_next_call() != os.getpid()


def test_a_large_argument_and_a_large_result_pass():
    data = bytes(range(256)) * 2**16
    assert bounded_call("builtins:bytes", data) == data


def test_a_function_that_sleeps_is_stopped_in_time():
    started = time.monotonic()
    with pytest.raises(HostileFile, match=r"超过 0.2 秒"):
        bounded_call("time:sleep", 60, seconds=0.2)
    assert time.monotonic() - started < 5


@pytest.fixture
def slow_to_load(tmp_path, monkeypatch):
    """A function whose module takes longer to load than its calls may take, and only cold children."""
    text = "import time\ntime.sleep(1)\ndef double(number):\n    return 2 * number\n"
    (tmp_path / "slow_to_load.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    WORKERS.end()
    yield "slow_to_load:double"
    WORKERS.end()


def test_the_time_of_a_call_begins_when_its_function_is_loaded(slow_to_load):
    assert bounded_call(slow_to_load, 21, seconds=0.5) == 42


def test_a_function_that_never_gets_loaded_is_stopped(slow_to_load, monkeypatch):
    monkeypatch.setattr(process, "LOADING", 0.1)
    with pytest.raises(HostileFile, match=r"超过 0.2 秒"):
        bounded_call(slow_to_load, 21, seconds=0.2)
    assert works()


def test_the_child_that_overran_is_gone_and_the_next_call_works():
    child = child_of_next_call()
    with pytest.raises(HostileFile):
        bounded_call("time:sleep", 60, seconds=0.2)
    assert not alive(child)
    assert works()


def test_a_function_that_eats_memory_is_refused_and_the_next_call_works():
    with pytest.raises(HostileFile, match="内存超过 400 MiB"):
        bounded_call("builtins:bytearray", 2**30)
    assert works()


def test_the_limit_of_memory_belongs_to_one_call():
    with pytest.raises(HostileFile, match="内存超过 100 MiB"):
        bounded_call("builtins:bytearray", 150 * 2**20, memory_mib=100)
    assert bounded_call("operator:countOf", b"a" * 2**20, 97) == 2**20


@pytest.mark.parametrize(
    "end", [("os:_exit", 3), ("os:abort",), ("ctypes:string_at", 0), ("sys:exit",)]
)
def test_a_function_that_takes_the_process_down_is_refused_and_the_next_call_works(end):
    with pytest.raises(HostileFile, match="异常中止"):
        bounded_call(*end)
    assert works()


def test_a_refusal_arrives_with_its_own_sentence():
    with pytest.raises(UnreadableReport, match="不是有效的 JSON") as refused:
        bounded_call(LOADS, "{")
    assert type(refused.value) is UnreadableReport


def test_an_unexpected_error_is_told_apart_and_keeps_its_traceback():
    with pytest.raises(ReaderBroke, match="JSONDecodeError") as broke:
        bounded_call("json:loads", "{")
    assert "raw_decode" in broke.value.__notes__[0]


def test_recursion_without_end_is_refused_as_too_deep():
    with pytest.raises(HostileFile, match="嵌套过深"):
        bounded_call("json:loads", "[" * 100_000)


@pytest.mark.parametrize("name", ["no_such_module:x", "json:no_such_function", "nothing"])
def test_a_function_that_does_not_exist_is_the_callers_mistake(name):
    with pytest.raises(LookupError):
        bounded_call(name)


def test_a_child_cannot_hand_back_anything_that_acts():
    with pytest.raises(Exception, match="不是可以传回的值"):
        bounded_call("operator:itemgetter", 1)
    assert works()


def test_a_result_beyond_reason_is_refused():
    with pytest.raises(HostileFile, match="过大"):
        bounded_call("builtins:bytes", 65 * 2**20)


def test_what_a_library_prints_does_not_disturb_the_answers():
    bounded_call("builtins:print", "noise", "\n" * 1000)
    bounded_call("os:write", 1, b"noise")
    assert works()


def test_a_child_writes_no_bytes_to_disk(tmp_path: Path):
    with pytest.raises(ReaderBroke, match="OSError"):
        bounded_call(
            "shutil:copyfile",
            __file__,
            str(tmp_path / "copy"),
        )
    assert not (tmp_path / "copy").read_bytes()


def test_a_child_is_replaced_before_it_grows_old():
    children = {child_of_next_call() for _ in range(CALLS_PER_WORKER + 1)}
    assert len(children) == 2


def test_threads_share_a_bounded_number_of_children():
    with ThreadPoolExecutor(8) as threads:
        lengths = list(threads.map(lambda n: bounded_call("builtins:len", bytes(n)), range(64)))
    assert lengths == list(range(64))
    assert len(WORKERS._all) <= MOST_WORKERS


def test_one_thread_overrunning_leaves_the_others_alone():
    failures: list[BaseException] = []

    def overrun() -> None:
        try:
            bounded_call("time:sleep", 60, seconds=0.3)
        except HostileFile as error:
            failures.append(error)

    thread = threading.Thread(target=overrun)
    thread.start()
    assert all(works() for _ in range(20))
    thread.join()
    assert len(failures) == 1


def test_an_interrupt_does_not_leave_an_answer_for_the_next_call(monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("gongkai.paperwork.bounded.process.Worker._read", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bounded_call("builtins:len", b"left over")
    monkeypatch.undo()
    assert works()


def test_a_child_that_died_while_idle_is_replaced():
    os.kill(child := child_of_next_call(), 9)
    time.sleep(0.05)
    assert child_of_next_call() != child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_both_halves_of_a_fork_go_on_with_children_of_their_own():
    before = child_of_next_call()
    forked = os.fork()
    if forked == 0:
        own = child_of_next_call()
        WORKERS.end()
        os._exit(0 if own != before else 1)
    _, status = os.waitpid(forked, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert child_of_next_call() == before


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_it_works_in_a_daemonic_child_of_multiprocessing(method):
    with multiprocessing.get_context(method).Pool(1) as pool:
        waiting = pool.apply_async(bounded_call, ("builtins:len", b"abc"))
        assert waiting.get(timeout=30) == 3


OUTLIVES = """
import os, sys
from gongkai.paperwork.bounded import bounded_call
print(bounded_call("os:getpid"), flush=True)
if sys.argv[1] == "killed":
    os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("end", ["normal", "killed"])
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_no_child_outlives_its_caller(end):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", OUTLIVES, end], capture_output=True, check=False
    )
    child = int(done.stdout)
    assert not done.stderr
    for _ in range(100):
        if not alive(child):
            return
        time.sleep(0.05)
    pytest.fail("the child is still there")


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no alarm here")
def test_a_busy_child_whose_caller_has_died_is_ended_by_its_alarm():
    child = subprocess.Popen(
        [sys.executable, "-P", worker.__file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    busy = worker.Call("time:sleep", (60,), seconds=0.1, memory_mib=400)
    child.communicate(pickle.dumps(sys.path) + pickle.dumps(tuple(busy)), timeout=30)
    assert child.returncode == -signal.SIGALRM
