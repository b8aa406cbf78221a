"""``gongkai journal``: whether the journal is whole, and its heads put out to be kept elsewhere."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.framework import with_database

if TYPE_CHECKING:
    from gongkai.audit.verify import Verdict

BROKEN = 1


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "journal", help="办事留痕：核验、另存链头", description="办事留痕的核验。"
    )
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    verify = acts.add_parser(
        "verify",
        help="核验留痕是否完整",
        description="核验留痕是否完整：完整时返回 0，否则指出第一条有问题的记录并返回 1。",
    )
    verify.add_argument("--json", action="store_true", help="以 JSON 输出")
    verify.add_argument(
        "--extract",
        metavar="文件",
        help="核验案卷里的留痕摘录（journal.json）：每条的哈希、签名，并与本系统的留痕对照",
    )
    verify.set_defaults(run=with_database(run_verify))
    witness = acts.add_parser(
        "witness", help="签名并另存各链的链头", description="把各链的链头签名后另存到数据库之外。"
    )
    witness.set_defaults(run=with_database(run_witness))


def run_verify(arguments: argparse.Namespace) -> int:
    """Print the verdict; 1 if the journal is broken."""
    from gongkai.audit.verify import verify

    if arguments.extract:
        return verify_extract(arguments.extract)
    verdict = verify()
    if arguments.json:
        print(json.dumps(as_json(verdict), ensure_ascii=False))
    else:
        print("\n".join(sentences(verdict)))
    return 0 if verdict.whole else BROKEN


def verify_extract(path: str) -> int:
    """Print whether an extract is as it was written and as the journal here has it; 1 if not, 2 for a file that is none."""
    from gongkai.audit.extract import differs_from_journal, wrong_with

    try:
        extract = json.loads(Path(path).read_text(encoding="utf-8"))
        found = [*wrong_with(extract), *differs_from_journal(extract)]
        rows, head = len(extract["rows"]), extract["head"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(
            f"gongkai：{path} 无法读取，或者不是留痕摘录（{type(error).__name__}）", file=sys.stderr
        )
        return BAD_INPUT
    said = [f"摘录完好：{rows} 条与本系统的留痕相同，链头是第 {head['length']} 条 {head['hash']}。"]
    print("\n".join(found or said))
    return BROKEN if found else 0


def run_witness(_arguments: argparse.Namespace) -> int:
    """Write the witness and say where."""
    from gongkai.audit.witness import put_out
    from gongkai.common.clock import current

    path = put_out(current())
    print(f"链头已另存：{path}" if path else "自上次另存以来没有新的留痕")
    return 0


def as_json(verdict: "Verdict") -> dict[str, Any]:
    """The verdict as values of JSON."""
    return {
        "whole": verdict.whole,
        "entries": verdict.entries,
        "chains": verdict.chains,
        "fault": asdict(verdict.fault) if verdict.fault else None,
        "witnessed_at": verdict.witnessed_at or None,
        "after_witness": verdict.after,
    }


def sentences(verdict: "Verdict") -> list[str]:
    """The verdict in words."""
    if verdict.fault:
        return [f"留痕不完整：{verdict.fault.sentence}", f"（此前 {verdict.entries} 条完好）"]
    said = [f"留痕完整：{verdict.chains} 条链，共 {verdict.entries} 条。"]
    if not verdict.witnessed_at:
        return [*said, "链头还没有另存过：末尾若被截去，无从发现。"]
    rest = sum(verdict.after.values())
    return [*said, f"最近一次另存链头：{verdict.witnessed_at}；其后有 {rest} 条尚未另存。"]
