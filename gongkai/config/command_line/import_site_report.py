"""What ``gongkai import-site`` says: the plan, how far it is, how it ended; and the report, one row a line of the inventory."""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from gongkai.common.clock import LAW_ZONE
from gongkai.publishing.bulk.plan import Plan
from gongkai.publishing.models import Batch

SHOWN = 20
"""Mistakes, doubts and refusals that are printed; the report has all of them."""
KINDS = (("new", "新建"), ("changed", "修改"), ("address", "只加旧网址"), ("same", "内容不变"))
_LABELS = dict(KINDS)


def say_plan(plan: Plan) -> None:
    """What would be done, what stays behind, what is doubtful, what is wrong."""
    counts = [(label, sum(line.kind == kind for line in plan.lines)) for kind, label in KINDS]
    for label, number in counts:
        if number:
            print(f"{label} {number} 条")
    for name, number in plan.left_out.items():
        print(f"不迁入：{name}（{number} 条）")
    doubts = [line for line in plan.lines if line.doubts]
    if doubts:
        print(f"有疑问 {len(doubts)} 条")
    _say_some(
        [f"第 {one.entry.line} 行《{one.entry.title}》：{'；'.join(one.doubts)}" for one in doubts]
    )
    unsettled = [
        f"旧栏目没有对应：{name}（{number} 条）" for name, number in plan.unsettled.items()
    ]
    _say_some(unsettled, sys.stderr, most=len(unsettled))
    if unsettled:
        print("用 --columns 写明旧栏目对应到哪个栏目，或者“不迁入”。", file=sys.stderr)
    wrong = [f"第 {one.line} 行，{one.column}“{one.value}”：{one.why}" for one in plan.errors]
    _say_some(wrong, sys.stderr)
    if wrong:
        print(f"清单有 {len(wrong)} 处不对，一条也没有建立。", file=sys.stderr)


def _say_some(lines: Sequence[str], to: TextIO | None = None, most: int = SHOWN) -> None:
    for line in lines[:most]:
        print(f"  {line}", file=to)
    if len(lines) > most:
        print(f"  …… 还有 {len(lines) - most} 条，用 --report 写成表", file=to)


def say_progress(batch: Batch) -> None:
    """How many lines are made and handed in."""
    states = Counter(batch.rows.values_list("state", flat=True))
    number = sum(states.values()) - states["skipped"]
    print(
        f"  已建草稿 {states['made']}，已送审 {states['done']}，没有办成 {states['refused']}，共 {number} 行",
        flush=True,
    )


def say_trouble(error: str, again_at: datetime) -> None:
    """That a line failed for a reason of the machine, and when it is tried again."""
    when = again_at.astimezone(LAW_ZONE)
    print(f"  有一行出错，{when:%H:%M:%S} 再试：{error[:300]}", file=sys.stderr, flush=True)


def say_end(batch: Batch) -> int:
    """How it ended; returns how many lines could not be done."""
    refused = list(batch.rows.filter(state="refused"))
    done = batch.rows.filter(state="done").count()
    print(f"办完：送审 {done} 条，没有办成 {len(refused)} 条。请另一位同事审核、签发。")
    _say_some([f"第 {row.number} 行《{row.title}》：{row.note}" for row in refused])
    return len(refused)


def write_plan(plan: Plan, to: Path) -> None:
    """The report of a plan."""
    lines = [
        (
            line.entry.line,
            line.entry.addresses[0],
            line.entry.title,
            _LABELS[line.kind],
            "",
            "；".join(line.doubts),
        )
        for line in plan.lines
    ]
    wrong = [(one.line, "", one.value, one.column, "不对", one.why) for one in plan.errors]
    _write(sorted([*lines, *wrong]), to)


def write_batch(batch: Batch, to: Path) -> None:
    """The report of what became of each line."""
    _write(
        (
            (
                row.number,
                row.entry["addresses"][0],
                row.title,
                row.get_kind_display(),
                row.get_state_display(),
                "；".join(filter(None, [*row.doubts, row.note])),
            )
            for row in batch.rows.iterator(500)
        ),
        to,
    )


def _write(rows: Iterable[Sequence[object]], to: Path) -> None:
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(["行", "旧网址", "标题", "办法", "结果", "说明"])
        out.writerows([[harmless(str(cell)) for cell in row] for row in rows])
    print(f"每一行的结果写在 {to}")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
