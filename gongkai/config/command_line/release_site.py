"""``gongkai release site`` and ``gongkai release status``: the public site as static files, drawn anew, compared, and how they stand."""

import argparse
import os
import sys
import time
from datetime import datetime

from gongkai.config.command_line.parser import Parser, count
from gongkai.config.framework import with_database
from gongkai.config.orphans import end_with

NOT_IN_STEP, BAD_INPUT, INTERRUPTED = 1, 2, 130
MOST_TOLD = 50


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the commands to the group."""
    site = acts.add_parser(
        "site",
        help="把公众网站生成静态文件",
        description="把公众网站生成静态文件；可以中断（Ctrl+C），再运行时接着做。生成期间照常签发，网站不必停。",
    )
    site.add_argument("--to", metavar="位置", help="文件夹，或者 s3://桶/前缀；不写则用 GONGKAI_RELEASE")  # fmt: skip
    site.add_argument("--fresh", action="store_true", help="每一页都重新生成")
    site.add_argument("--check", action="store_true", help="不生成，只核对与程序的回答是否一致")
    site.add_argument("--processes", type=count, default=os.cpu_count() or 1, help="用几个进程")
    site.add_argument("--keeper", type=int, help=argparse.SUPPRESS)
    site.set_defaults(run=with_database(run_site))
    status = acts.add_parser(
        "status",
        help="静态文件是否与公开的信息一致",
        description="静态文件完整并且没有等待写入的改动时返回 0，否则返回 1。",
    )
    status.set_defaults(run=with_database(run_status))


def run_site(arguments: argparse.Namespace) -> int:
    """Draw the site, or compare it; 1 where it could not be done or differs, 2 without a place."""
    from django.conf import settings

    from gongkai.config.static_collection import collect_static
    from gongkai.release.static.places import place_at
    from gongkai.release.static.rebuilding import BeingReleased, CannotDraw
    from gongkai.release.static.tree import NotOurFolder

    if arguments.keeper:
        end_with(arguments.keeper)
    setting = arguments.to or settings.RELEASE
    if not setting:
        print("gongkai：没有说发布到哪里；请用 --to，或者设置 GONGKAI_RELEASE。", file=sys.stderr)
        return BAD_INPUT
    collect_static()
    try:
        return _check(place_at(setting)) if arguments.check else _build(place_at(setting), arguments)  # fmt: skip
    except NotOurFolder as wrong:
        print(f"gongkai：{wrong} 里有别的东西，什么都没有改；请换一个空文件夹。", file=sys.stderr)
        return BAD_INPUT
    except (BeingReleased, CannotDraw) as reason:
        print(f"gongkai：{reason}。", file=sys.stderr)
        return NOT_IN_STEP
    except KeyboardInterrupt:
        print("\n已经中断；再运行时接着做。", file=sys.stderr)
        return INTERRUPTED


def _build(place: object, arguments: argparse.Namespace) -> int:
    from gongkai.release.static.rebuilding import rebuild

    line = Line()
    processes = max(arguments.processes, 1)
    done = rebuild(place, processes=processes, fresh=arguments.fresh, tell=line.say)
    print(f"\n静态网站完整，这次生成 {line.drawn} 页，用了 {line.seconds:.1f} 秒。")
    if done.failed:
        print(f"有 {done.failed} 页没有生成，由程序直接回答，原因见日志。", file=sys.stderr)
    return NOT_IN_STEP if done.failed else 0


class Line:
    """The line that says how far it is: pages, pages a second, time left."""

    def __init__(self) -> None:
        self.begun = time.monotonic()
        self.first: int | None = None
        self.drawn = 0

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.begun

    def say(self, progress: object) -> None:
        """Tell how far it is, on one line of a terminal, on lines of their own elsewhere."""
        done, number = progress.done, progress.number  # type: ignore[attr-defined]
        if self.first is None:
            self.first = done
            return
        self.drawn = done - self.first
        speed = self.drawn / max(self.seconds, 0.001)
        left = (number - done) / speed if speed else 0
        end = "\r" if sys.stdout.isatty() else "\n"
        print(f"  {done} / {number} 页，每秒 {speed:.0f} 页，还要 {left:.0f} 秒", end=end, flush=True)  # fmt: skip


def _check(place: object) -> int:
    from gongkai.common.clock import current
    from gongkai.release.static.checking import differences

    found = 0
    for sentence in differences(place, current()):
        found += 1
        if found <= MOST_TOLD:
            print(sentence)
    print(f"不一致 {found} 处。" if found else "静态文件与程序的回答逐字节一致。")
    return NOT_IN_STEP if found else 0


def run_status(_arguments: argparse.Namespace) -> int:
    """Say what is released, since when, and what waits."""
    from gongkai.common.clock import LAW_ZONE, current
    from gongkai.release.static.jobs import state

    found = state()
    if found is None:
        print("没有发布静态文件（没有设置 GONGKAI_RELEASE）。")
        return 0
    print(found.sentence)
    print(f"文件夹：{found.folder}" + (f"；存储桶：{found.bucket}" if found.bucket else ""))
    if found.progress.whole_at:
        since = datetime.fromisoformat(found.progress.whole_at).astimezone(LAW_ZONE)
        print(f"完整生成于 {since:%Y-%m-%d %H:%M}，那次生成 {found.progress.done} 页。")
    in_step = found.progress.is_whole and not found.waiting and not found.is_late(current())
    return 0 if in_step else NOT_IN_STEP
