"""One target under atheris in a process of its own; started by ``fuzz``: ``python -m bench.proof.fuzz_worker NAME …``.

A find does not end the run: each new way of failing is kept as a file, in its smallest form so far.
"""

import hashlib
import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["gongkai"]):
    from gongkai.paperwork.errors import UnreadableReport
    from tests.paperwork.fuzz_targets import TARGETS

OVER_THE_LIMIT = (MemoryError, RecursionError)  # what ``bounded`` turns into a refusal


class Finds:
    """Keeps one small file for each place at which something else than a refusal came out."""

    def __init__(self, target: str, folder: Path) -> None:
        self._target = target
        self._folder = folder
        self._kept: dict[str, Path] = {}

    def add(self, data: bytes, error: Exception) -> None:
        """Keep ``data`` if this failure is new, or smaller than what is kept of it."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {last.filename}:{last.lineno}"
        before = self._kept.get(place)
        if before is not None and before.stat().st_size <= len(data):
            return
        if before is None:
            print(f"FIND {place}: {error}", file=sys.stderr, flush=True)
        else:
            before.unlink(missing_ok=True)
        name = f"{self._target}-{hashlib.sha256(data).hexdigest()[:12]}"
        self._kept[place] = self._folder / name
        self._kept[place].write_bytes(data)


def main(name: str, seconds: str, corpus: str, finds: str) -> None:
    """Fuzz the target called ``name``; atheris ends the process when the time is over."""
    target, kept = TARGETS[name], Finds(name, Path(finds))
    for number, seed in enumerate(target.seeds()):
        (Path(corpus) / f"seed-{number}").write_bytes(seed)

    def one_input(data: bytes) -> None:
        try:
            target.run(data)
        except (UnreadableReport, *OVER_THE_LIMIT):
            pass
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            kept.add(data, error)

    limits = ["-timeout=60", "-rss_limit_mb=3072", "-print_final_stats=1"]
    settings = [
        f"-max_total_time={seconds}",
        f"-max_len={target.longest}",
        f"-artifact_prefix={finds}/{name}-",
    ]
    atheris.Setup([sys.argv[0], *limits, *settings, corpus], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
