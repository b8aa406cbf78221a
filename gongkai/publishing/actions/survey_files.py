"""检查附件：读出公开副本里的文字、个人信息和隐藏的内容，读一次就记下来"""

from dataclasses import asdict
from datetime import datetime

from gongkai.files.models import StoredFile
from gongkai.paperwork.attachment_text import Survey, survey
from gongkai.paperwork.cleaning.kinds import MEDIA
from gongkai.publishing.models import FileSurvey, ItemVersion


def survey_files(version: ItemVersion, now: datetime) -> None:
    """Look through every public file of a version that nobody looked through yet. It takes seconds: best outside a transaction."""
    rows = version.attachments.exclude(use="original").select_related("file")
    for row in rows:
        survey_file(row.file, now)


def survey_file(stored: StoredFile, now: datetime) -> FileSurvey | None:
    """What is known of one file; None where it has no public copy, and for video and sound.

    The same copy is read once.
    """
    if not stored.public_key or stored.kind in MEDIA:
        return None
    known = FileSurvey.objects.filter(file=stored, sha256=stored.public_sha256).first()
    return known or _kept(stored, now)


def _kept(stored: StoredFile, now: datetime) -> FileSurvey:
    with stored.open_public() as content:
        seen = survey(content.read(), stored.kind)
    found, _ = FileSurvey.objects.update_or_create(
        file=stored, defaults={**_columns(seen), "sha256": stored.public_sha256, "read_at": now}
    )
    return found


def _columns(seen: Survey) -> dict[str, object]:
    return {
        "text": seen.text.replace("\0", ""),
        "finds": [asdict(row) for row in seen.finds],
        "hidden": [asdict(row) for row in seen.hidden],
        "trouble": seen.trouble[:300],
    }
