"""One conversion: own folder, own profile, own process group, bounded in time, killed whole. One at a time: it is large."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.office import launch
from gongkai.paperwork.office.program import office, write_profile

SECONDS = 60.0
WAIT_SECONDS = 45.0
"""How long a person waits for the conversions before theirs."""
LARGEST = 50 * 2**20
_FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}
_TURN = threading.BoundedSemaphore(1)
_KEPT = ("PATH", "LANG", "LC_ALL", "SystemRoot")
_NOWHERE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "SAL_USE_VCLPLUGIN": "svp"}  # fmt: skip
_BROKEN = "Word 或 WPS 文件打不开，可能已损坏；请在 Word 或者 WPS 里打开，“另存为”.docx 再试"


def to_docx(data: bytes, *, extension: str = "doc", seconds: float = SECONDS) -> bytes:
    """A .doc or .wps as .docx. Raises OfficeMissing, UnreadableReport for what it cannot open, HostileFile beyond the limits."""
    return _in_turn(data, extension, "docx", seconds)


def to_pdf(data: bytes, *, extension: str, seconds: float = SECONDS) -> bytes:
    """A .docx, .doc or .wps as PDF, page by page as it is printed. Raises as ``to_docx``."""
    return _in_turn(data, extension, "pdf", seconds)


def _in_turn(data: bytes, extension: str, wanted: str, seconds: float) -> bytes:
    program = office()
    if not _TURN.acquire(timeout=WAIT_SECONDS):
        raise UnreadableReport("正在转换别的文件，请过一分钟再试，或者另存为 .docx 再上传")
    try:
        with tempfile.TemporaryDirectory(
            prefix="gongkai-office-", ignore_cleanup_errors=True
        ) as place:
            return _converted(program, Path(place), data, (extension, wanted), seconds)
    finally:
        _TURN.release()


def _converted(
    program: str, place: Path, data: bytes, kinds: tuple[str, str], seconds: float
) -> bytes:
    """``kinds``: what it is and what is wanted."""
    extension, wanted = kinds
    write_profile(place / "profile")
    given, out = place / f"file.{extension}", place / "out"
    given.write_bytes(data)
    _run(_command(program, place, (given, out), _FILTERS[wanted]), place, seconds)
    made = out / f"file.{wanted}"
    if not made.is_file():
        raise UnreadableReport(_BROKEN)
    if made.stat().st_size > LARGEST:
        raise HostileFile("文件转换之后过大，已停止读取")
    return made.read_bytes()


def _command(program: str, place: Path, ways: tuple[Path, Path], kind: str) -> list[str]:
    """``ways``: the file and the folder for what is made of it."""
    given, out = ways
    return [
        sys.executable, "-I", str(Path(launch.__file__).resolve()), program,
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
        "--convert-to", kind, "--outdir", str(out), str(given),
    ]  # fmt: skip


def _run(command: Sequence[str], place: Path, seconds: float) -> None:
    """Run it in a process group of its own, which is killed at the end whatever happened."""
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    process = subprocess.Popen(  # noqa: S603 - the program found, with files we named ourselves
        command,
        cwd=place,
        env=environment | _NOWHERE | {"HOME": str(place), "TMPDIR": str(place)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise HostileFile(
            f"转换该文件超过 {seconds:g} 秒，已停止；请在 Word 或者 WPS 里“另存为”.docx 再试"
        ) from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
