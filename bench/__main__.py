"""Run one measurement by its name, or all of them; without a name, list what there is."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import bench

NOT_MEASUREMENTS = {"__main__", "proof", "county_reports"}


def names() -> list[str]:
    """The measurements: every module of ``bench`` that is not the machinery."""
    return sorted(
        found.name for found in iter_modules(bench.__path__) if found.name not in NOT_MEASUREMENTS
    )


def main(arguments: list[str]) -> int:
    """Run what is asked for; 2 for a name that is not there."""
    known = names()
    chosen = known if arguments == ["all"] else arguments
    unknown = [name for name in chosen if name not in known]
    if not chosen or unknown:
        print(f"用法：python -m bench 名称，可选：{'、'.join(known)}、all", file=sys.stderr)
        return 2
    for name in chosen:
        print(f"## {name}\n")
        import_module(f"bench.{name}").main()
        print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
