"""Where the bytes lie: random names, outside everything that is served, on the disk for good before a row names them."""

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, default_storage


class DurableStorage(FileSystemStorage):
    """Files of the home folder, readable by the owner alone and written through to the disk."""

    def __init__(self, **options: Any) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700, **options)

    def _save(self, name: str, content: Any) -> str:
        saved = super()._save(name, content)
        path = Path(self.path(saved))
        for place in (path, path.parent):
            handle = os.open(place, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        return saved


def keep(data: bytes) -> str:
    """Store the bytes under a new random key and return it. A key that no row names is swept after a day."""
    return keep_stream(ContentFile(data))


def keep_stream(content: File) -> str:
    """The same for what is too large to be held in memory."""
    random = secrets.token_hex(20)
    return default_storage.save(f"{random[:2]}/{random[2:]}", content)
