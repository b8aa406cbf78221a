"""``gongkai report collect``: a folder of reports of organs on other systems, read on all cores, resumable at any point."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.config.command_line.parser import BAD_INPUT, Parser, count
from gongkai.config.framework import with_database

if TYPE_CHECKING:
    from django.core.files.base import File

    from gongkai.agencies.models import Agency
    from gongkai.annual_reports.models import CollectedBatch, CollectedFile

WRONG = 1


class BadSource(ValueError):
    """What was given on the command line cannot be used; the message says why."""


def add_to(acts: "argparse._SubParsersAction[Parser]") -> None:
    """Add the command to its group."""
    command = acts.add_parser(
        "collect",
        help="收集下级机关的年度报告文件",
        description="把一个文件夹或者 ZIP 里的年度报告（Word、PDF、网页、文本、JSON）收进一个县（市）的年报收集："
        "逐个读取、认出机关、核对勾稽。中途停下（断电、Ctrl+C、kill），再运行同一条命令接着办，不重不漏。",
        epilog="退出码：0 收下的报告没有错误；1 有错误；2 没有这个机关，或者文件夹、压缩包读不了。读不出的文件逐个列出，不影响其余。",
    )
    command.add_argument("source", type=Path, metavar="文件夹或ZIP")
    command.add_argument(
        "--county", required=True, metavar="代码", help="收集机关（县级以上人民政府）的代码"
    )
    command.add_argument(
        "--year", required=True, type=count, metavar="年度", help="报告年度，例：2025"
    )
    command.add_argument("--json", action="store_true", help="以 JSON 输出每个文件的结果")
    command.add_argument(
        "--cores", type=count, default=0, metavar="个数", help="用几个处理器核；不写就用全部"
    )
    command.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Take the folder in, or find it again, and read what is left of it."""
    from gongkai.common.refusals import Refusal

    try:
        county = _county(arguments.county)
        with _folder(arguments.source) as folder:
            batch = _batch(county, arguments.year, folder)
    except (BadSource, Refusal, OSError) as trouble:
        step = getattr(trouble, "next_step", "")
        print(f"gongkai：{'。'.join(filter(None, (str(trouble), step)))}", file=sys.stderr)
        return BAD_INPUT
    try:
        _read(batch, arguments.cores)
    except KeyboardInterrupt:
        print("\n已停下，办好的都在；再运行同一条命令接着办。", file=sys.stderr)
        return WRONG
    return _said(batch, as_json=arguments.json)


def _county(code: str) -> "Agency":
    from gongkai.agencies.models import Agency

    found = Agency.objects.filter(code=code).first()
    if found is None:
        raise BadSource(f"没有代码是 {code} 的机关")
    return found


@contextmanager
def _folder(path: Path) -> "Iterator[File]":
    """The ZIP, or the folder packed as one: the same files always make the same bytes."""
    from django.conf import settings
    from django.core.files.base import File

    from gongkai.publishing.bulk.archive import LARGE, UnreadableFolder
    from gongkai.publishing.bulk.packing import pack

    name = path.resolve().name
    if path.is_file():
        with path.open("rb") as file:
            yield File(file, name=name)
        return
    if not path.is_dir():
        raise BadSource(f"没有 {path} 这个文件夹或者文件")
    with tempfile.TemporaryFile(dir=settings.HOME, prefix="collect-") as packed:
        try:
            pack(path, packed, LARGE)
        except UnreadableFolder as error:
            raise BadSource(str(error)) from error
        yield File(packed, name=name)


def _batch(county: "Agency", year: int, folder: "File") -> "CollectedBatch":
    from gongkai.annual_reports.actions.collect import take_batch
    from gongkai.common.clock import current
    from gongkai.common.permissions import Permit
    from gongkai.publishing.bulk.archive import LARGE

    return take_batch(
        collector=county,
        year=year,
        upload=folder,
        by=Permit(None, "系统", "命令行收集"),
        now=current(),
        limits=LARGE,
        wakes=False,
    )


def _read(batch: "CollectedBatch", cores: int) -> None:
    """Read what waits, and say on stderr how far it is."""
    from gongkai.annual_reports.actions.collect import read_batch
    from gongkai.common.clock import current

    left = batch.files.filter(state="waiting").count()
    done = batch.total - left
    if done and left:
        print(f"接着办：{batch.total} 个文件，已办 {done} 个", file=sys.stderr, flush=True)

    def told(row: "CollectedFile") -> None:
        nonlocal done
        done += 1
        print(
            f"{done}/{batch.total} {row.name}：{row.get_state_display()}",
            file=sys.stderr,
            flush=True,
        )

    read_batch(batch=batch, now=current(), on=cores, told=told)
    batch.refresh_from_db()


def _said(batch: "CollectedBatch", *, as_json: bool) -> int:
    """The result on stdout; 1 where a report that was taken has errors."""
    from gongkai.annual_reports.collecting.overview import missing

    rows = [_result(row) for row in batch.files.select_related("organ", "handed_in")]
    lacking = [member.name for member in missing(batch.collector, batch.year)]
    if as_json:
        said = {
            "county": batch.collector.code,
            "year": batch.year,
            "total": batch.total,
            "files": rows,
        }
        print(json.dumps({**said, "missing": lacking}, ensure_ascii=False, indent=1))
    else:
        _print(batch, rows, lacking)
    return WRONG if any(row.get("errors") for row in rows) else 0


def _result(row: "CollectedFile") -> dict[str, Any]:
    handed_in = getattr(row, "handed_in", None)
    said: dict[str, Any] = {"file": row.name, "state": row.state, "message": row.message}
    if row.organ:
        said["organ"] = {"code": row.organ.code, "name": row.organ.name}
    if handed_in:
        counts = ("number", "errors", "warnings", "notes")
        said |= {name: getattr(handed_in, name) for name in counts}
    return said


def _print(batch: "CollectedBatch", rows: list[dict[str, Any]], lacking: list[str]) -> None:
    from gongkai.annual_reports.models.collected import FILE_STATES

    print(f"{batch.collector}{batch.year}年度，共 {batch.total} 个文件：")
    for key, label in FILE_STATES:
        number = sum(row["state"] == key for row in rows)
        if number:
            print(f"  {label} {number} 个")
    for row in rows:
        if row["state"] != "read":
            print(f"  {row['file']}：{row['message']}")
        elif row["errors"]:
            print(f"  {row['organ']['name']}（{row['file']}）：{row['errors']} 处错误")
    if lacking:
        print(f"还没有报送的 {len(lacking)} 个机关：{'、'.join(lacking)}")
