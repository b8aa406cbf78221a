"""Imports go down only, and no package stands outside the floors."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.house.source import ROOT, python_files


def layers() -> list[str]:
    """The packages named as floors in pyproject.toml, from the top down."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    found = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [name for floors in found for floor in floors for name in re.split(r" [:|] ", floor)]


def test_imports_go_down_only():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (
        f"A lower floor imports a higher one. Move what it needs down, or offer a registry below that the "
        f"higher floor fills (house.md, Floors).\n{done.stdout}{done.stderr}"
    )


def test_every_package_stands_on_a_floor():
    packages = {
        f"gongkai.{path.parts[1]}" for path in python_files("gongkai") if len(path.parts) > 2
    }
    homeless = packages - set(layers())
    assert not homeless, (
        f"{sorted(homeless)} stand on no floor, so nothing watches their imports. "
        f"Add them to the layers in pyproject.toml at the floor house.md gives them."
    )


def test_the_law_lies_below_everything():
    assert layers()[-1] == "gongkai.law"
