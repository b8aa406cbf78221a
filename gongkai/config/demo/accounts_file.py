"""The file with the demo's accounts, readable by its owner alone, and the same as lines to be printed."""

import os
from pathlib import Path

from gongkai.common.permissions import ROLE_LABELS
from gongkai.config.demo.cast import EVERYBODY, ORGANS
from gongkai.config.first_start import ACCOUNTS


def lines(passwords: dict[str, str]) -> list[str]:
    """Who can sign in with what."""
    said = ["演示账号（仅用于本次安装的演示数据），登录页：/account/login/"]
    for part in EVERYBODY:
        place = f"{ORGANS[part.organ].short_name}{ROLE_LABELS[part.role]}"
        said.append(f"  {part.username:<6} {passwords[part.username]}  {part.name}，{place}")
    return said


def write(home: Path, passwords: dict[str, str]) -> Path:
    """Write the file whole or not at all, in place of an older one."""
    path, fresh = home / ACCOUNTS, home / f".{ACCOUNTS}.new"
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines(passwords)) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return path
