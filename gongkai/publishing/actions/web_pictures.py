"""收下图片，另做手机上看的小图"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.files.actions import Upload, receive
from gongkai.files.models import StoredFile
from gongkai.files.refusals import Unacceptable
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.web_pictures import for_web


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A picture as it was given, and what pages show of it; ``pieces`` are the given one itself where it is light enough."""

    given: StoredFile
    width: int
    height: int
    pieces: tuple[tuple[StoredFile, int, int], ...]

    @property
    def full(self) -> dict[str, Any]:
        """The picture as it was given, as data of a form."""
        return {"file": self.given.token, "size": self.given.public_size, "width": self.width, "height": self.height}  # fmt: skip

    @property
    def drawn(self) -> list[dict[str, Any]]:
        """What pages show, as data of a form."""
        return [{"file": row.token, "width": width, "height": height} for row, width, height in self.pieces]  # fmt: skip


def take_picture(
    *, agency: Agency, upload: Upload, by: User, now: datetime, cut: bool = False
) -> TakenPicture:
    """Take in a picture with its smaller copies, a tall one ``cut`` in pieces. Outside a transaction: it takes seconds."""
    given = receive(agency=agency, upload=upload, purpose="picture", by=by, now=now)
    with given.open_public() as content:
        data = content.read()
    try:
        seen = for_web(data, cut=cut)
    except UnreadableReport as error:
        raise Unacceptable(str(error)) from error
    pieces = []
    for number, piece in enumerate(seen.pieces, 1):
        small = ContentFile(piece.data, name=f"图片-{number}.jpg")
        kept = receive(agency=agency, upload=small, purpose="picture", by=by, now=now)
        pieces.append((kept, piece.width, piece.height))
    shown = tuple(pieces) or ((given, seen.width, seen.height),)
    return TakenPicture(given, seen.width, seen.height, shown)
