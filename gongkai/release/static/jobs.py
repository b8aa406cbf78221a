"""What comes round for the released files: frames compared each minute, pages of the day after midnight, a sweep each night.

And how the files stand, for who looks after the installation.
"""

import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from django.conf import settings

from gongkai.common.outbox import put
from gongkai.common.outbox.queries import waiting as waiting_messages
from gongkai.release.models import StaticChange
from gongkai.release.static.changes import STATIC
from gongkai.release.static.disk import locked
from gongkai.release.static.frames import marks
from gongkai.release.static.keeping import bring_in_step, portions
from gongkai.release.static.mirror import catch_up, is_behind
from gongkai.release.static.places import Place, place
from gongkai.release.static.progress import Progress, progress_of
from gongkai.release.static.registry import kinds, roots
from gongkai.release.static.sweeping import REBUILD_LOCK, sweep
from gongkai.release.static.tree import LOCK, NotOurFolder

log = logging.getLogger("gongkai.release")
ITEM = "release.item"
"""The message that the public copy of an item is to be made: what it will change is not known before."""
DAY, SWEEP = "release.day_pages", "release.sweep"
"""Messages: pages that change with the day are to be drawn; what kills left behind is to go."""
LATE = timedelta(minutes=1)
"""A change that waits longer is worth a remark."""
AT_ONCE = 50
"""Pages of the day in one commit: signatures come in between."""
_beside: list["subprocess.Popen[bytes]"] = []
"""The rebuild that this process started last."""


def compare(now: datetime) -> None:
    """Begin to draw the site anew where it was never drawn as a whole, or where what its pages carry has changed."""
    here = place()
    if here is None:
        return
    if StaticChange.objects.filter(created_at__lt=now - LATE).exists() or _bucket_is_behind(here):
        put(STATIC, token_hex(12), {}, now=now)
    tidy(here)
    progress = progress_of(here.tree)
    if (not progress.is_whole or progress.frames != marks(now)) and not is_rebuilding(here):
        start_beside()


def tidy(here: Place) -> None:
    """Take away what a killed commit left, unless somebody is at work: who is does so. Never waits: a job holds the database."""
    with locked(here.tree.folder / LOCK, wait=False) as mine:
        if mine:
            here.tree.tidy()


def _bucket_is_behind(here: Place) -> bool:
    return bool(here.bucket) and is_behind(here.tree)


def start_beside() -> None:
    """Draw the site anew in a process of its own, which ends with this one and may be killed at any time."""
    if _beside and _beside[-1].poll() is None:
        return
    log.info("开始重新生成静态网站")
    command = [sys.executable, "-m", "gongkai", "release", "site", "--keeper", str(os.getpid())]
    _beside[:] = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)]  # noqa: S603  # this program itself


def is_rebuilding(here: Place) -> bool:
    """Whether some process draws the site anew just now."""
    with locked(here.tree.folder / REBUILD_LOCK, wait=False) as nobody_else:
        return not nobody_else


def renew_day(now: datetime) -> None:
    """The scheduled job: have the pages of the day drawn."""
    if settings.RELEASE:
        put(DAY, f"{now:%Y%m%d%H%M%S}", {}, now=now)
        put(SWEEP, f"{now:%Y%m%d%H%M%S}", {}, now=now)


def release_day(_payload: dict[str, Any], now: datetime) -> None:
    """The message: draw the pages that change with the day, some at a time."""
    here = place()
    if here is None or not progress_of(here.tree).is_whole:
        return
    of_day = [kind for kind in kinds() if kind.with_the_day]
    found = [(address, root) for kind in of_day for root in roots(now) for address in kind.addresses(root)]  # fmt: skip
    for portion in portions(found, AT_ONCE):
        with here.tree.lock():
            bring_in_step(here, now, dict(portion))
    catch_up(here)


def release_sweep(_payload: dict[str, Any], _now: datetime) -> None:
    """The message: take away what kills left behind."""
    here = place()
    if here and (number := sweep(here.tree)):
        log.warning("清除了中途停止留下的 %d 个文件夹", number)


@dataclass(frozen=True, slots=True)
class State:
    """How the released files stand."""

    folder: str
    bucket: str
    progress: Progress
    waiting: int
    oldest: datetime | None
    rebuilding: bool
    bucket_is_behind: bool

    def is_late(self, now: datetime) -> bool:
        """Whether a change has waited too long."""
        return bool(self.oldest and now - self.oldest > LATE)

    @property
    def sentence(self) -> str:
        """How they stand, for who looks after the installation."""
        progress = self.progress
        if self.rebuilding:
            return f"静态网站正在重新生成：{progress.done} / {progress.number} 页。"
        if not progress.is_whole:
            return "静态网站还没有完整生成，后台进程会自动继续；也可以运行 gongkai release site。"
        if self.waiting:
            return f"静态网站正在跟上：还有 {self.waiting} 处改动没有写入。"
        if self.bucket_is_behind:
            return "静态网站已经写入本机，正在上传到存储桶。"
        return "静态网站与公开的信息一致。"


def state() -> State | None:
    """How the released files stand; None where none are released."""
    here = place()
    if here is None:
        return None
    waiting = StaticChange.objects.order_by("created_at")
    return State(
        folder=str(here.tree.folder),
        bucket=here.bucket,
        progress=progress_of(here.tree),
        waiting=waiting.count() + waiting_messages(ITEM).count(),
        oldest=waiting.values_list("created_at", flat=True).first(),
        rebuilding=is_rebuilding(here),
        bucket_is_behind=_bucket_is_behind(here),
    )


def remark() -> str:
    """What is to be told to who looks after the installation; "" where the files are in step."""
    from gongkai.common.clock import current

    try:
        found = state()
    except NotOurFolder as wrong:
        return f"{wrong} 里有别的东西，静态网站没有发布；请换一个空文件夹。"
    if found is None or (found.progress.is_whole and not found.rebuilding and not found.is_late(current())):  # fmt: skip
        return ""
    return found.sentence
