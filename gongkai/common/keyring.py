"""The keys of this installation: one file each, readable by its owner alone, made when first asked for.

They lie outside the database and are backed up apart from it: who has only one of the two reads no personal data.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Keyring:
    """The folder of keys (mode 0700; each file 0600). A name is a word: ``secret``, ``personal``, ``witness``."""

    folder: Path

    def text(self, name: str) -> str:
        """The key as text of 64 hexadecimal digits."""
        return self.key(name).hex()

    def key(self, name: str) -> bytes:
        """The key as 32 bytes; made at random by whoever asks first, even of several processes at once."""
        path = self.folder / name
        if not path.exists():
            self._make(path)
        return bytes.fromhex(path.read_text(encoding="ascii").strip())

    def has(self, name: str) -> bool:
        """Whether the key is there already."""
        return (self.folder / name).exists()

    def newest(self, name: str) -> int:
        """The number of the newest key among ``name`` (1), ``name-2``, ``name-3`` …; 1 where there is none yet."""
        numbers = (path.name.removeprefix(f"{name}-") for path in self.folder.glob(f"{name}-*"))
        return max((int(number) for number in numbers if number.isdecimal()), default=1)

    def _make(self, path: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # fails where another process was first: its key holds
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
