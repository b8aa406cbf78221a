"""Run one proof by its name; what follows the name is its own affair, e.g. ``python -m bench.proof fuzz 10``."""

import sys
from importlib import import_module

PROOFS = {
    "collect": "bench.proof.collect",
    "compiling": "bench.proof.compiling",
    "fuzz": "bench.proof.fuzz",
    "histories": "bench.proof.histories",
    "kill": "bench.proof.kill",
    "released": "bench.proof.released",
    "year": "bench.proof.year",
}


def main(arguments: list[str]) -> int:
    """Run what is asked for, or all; 2 for a name that is not there, 1 if a proof fails."""
    name, *rest = arguments or ["all"]
    chosen = list(PROOFS) if name == "all" else [name]
    if not set(chosen) <= set(PROOFS):
        print(f"用法：python -m bench.proof 名称，可选：{'、'.join(PROOFS)}、all", file=sys.stderr)
        return 2
    return max(import_module(PROOFS[proof]).main(rest) for proof in chosen)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
