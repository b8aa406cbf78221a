"""Uploads on their way in that are too large for memory: in a file without a name, which is gone with the process, whatever kills it.

Django's own has a name under /tmp, and after ``kill -9`` an identity card would lie there in clear for ever.
"""

import tempfile
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class NamelessUploadHandler(FileUploadHandler):
    """Takes what ``MemoryFileUploadHandler`` before it leaves."""

    file: UploadedFile

    def new_file(self, *args: Any, **more: Any) -> None:
        """A file begins."""
        super().new_file(*args, **more)
        place = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the request
        about = (self.content_type, 0, self.charset, self.content_type_extra)
        self.file = UploadedFile(place, self.file_name, *about)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - as Django calls it
        """The next bytes."""
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """All of it is there."""
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        """The reader went away in the middle."""
        if getattr(self, "file", None) is not None:
            self.file.close()
