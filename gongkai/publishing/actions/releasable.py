"""能不能公开：签发时对封存的文字和附件再检查一遍，没有处理的问题挡住签发"""

import hashlib
from datetime import datetime

from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.citation import Cite
from gongkai.publishing.actions.survey_files import survey_files
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.checks import findings, standing, subject_of
from gongkai.publishing.followers import ask_guards
from gongkai.publishing.models import Item, ItemVersion

SHOWN = 3
BASIS = Cite("条例", 17, 2)


def require_releasable(item: Item, version: ItemVersion, *, now: datetime) -> None:
    """Refusal while a blocking finding stands that nobody let stand with a reason, or what is to be released is not what was reviewed.

    Every way to release a text calls this inside its transaction, on the version that will be public.
    """
    if version.sha256 and text_of(version).sha256() != version.sha256:
        raise Refusal(
            "文字和送审时不一样了，不能签发", cite=BASIS, next_step="退回起草人，重新送审"
        )
    ask_guards(item, version)
    files = [row.file for row in version.attachments.exclude(use="original").select_related("file")]
    for stored in files:
        _require_whole(stored)
    survey_files(version, now)
    found = findings(subject_of(item, version, now), only_blocking=True)
    open_ = standing(found, version)
    if open_:
        said = "；".join(finding.message for finding in open_[:SHOWN])
        more = f"等 {len(open_)} 个问题" if len(open_) > SHOWN else ""
        raise Refusal(
            f"发布前检查没有通过：{said}{more}",
            cite=open_[0].row.cite,
            next_step="退回起草人处理；确可公开的，在“发布前检查”里写明理由",
        )


def _require_whole(stored: StoredFile) -> None:
    """Refusal where the copy that would be public is not the one that was kept."""
    if not stored.public_key:
        return
    with stored.open_public() as content:
        if hashlib.file_digest(content, "sha256").hexdigest() != stored.public_sha256:
            raise Refusal(
                f"附件“{stored.name}”的公开副本已经损坏，不能签发", next_step="请重新上传这个附件"
            )
