"""The one-time code of the first run: only who can read the server's screen or files sets up the installation."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from gongkai.accounts.models import User

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, LENGTH = 4, 5


def code_file() -> Path:
    """Where the code lies until it is used."""
    return Path(settings.HOME) / "first-run-code"


def setup_code() -> str | None:
    """The code, made when first asked for (file mode 0600); None once there is anybody."""
    if User.objects.exists():
        return None
    path = code_file()
    if not path.exists():
        groups = ("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
        fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write("-".join(groups))
        try:
            os.link(fresh, path)  # fails where another process was first: its code holds
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text(encoding="ascii").strip()


def is_setup_code(said: str) -> bool:
    """Whether somebody knows the code; spaces, dashes and case do not matter."""
    code = setup_code()
    wanted = plain(code or "")
    return bool(wanted) and secrets.compare_digest(wanted.encode(), plain(said).encode())


def plain(code: str) -> str:
    """The letters and digits alone."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def forget_code() -> None:
    """Take the code away for good."""
    code_file().unlink(missing_ok=True)
