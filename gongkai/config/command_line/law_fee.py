"""``gongkai law fee``: what a number of pieces or pages costs, band by band with its article."""

import argparse
import json
import sys
from typing import Any

from gongkai.config.command_line.parser import BAD_INPUT, Parser, count, day
from gongkai.law.fees import DISCRETION, SCOPES, Fee, fee
from gongkai.law.in_force import NoRuleInForce

_SCOPE = {scope.basis: scope for scope in SCOPES}


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add ``fee`` to the group ``law``."""
    command = commands.add_parser(
        "fee",
        help="信息处理费",
        description="按件或者按量计算信息处理费，列出每一档的标准和依据。",
    )
    basis = command.add_mutually_exclusive_group(required=True)
    basis.add_argument(
        "--pieces", type=count, metavar="N", help="同一申请人一个自然月内累计申请的件数"
    )
    basis.add_argument("--pages", type=count, metavar="N", help="单件申请提供的页数")
    command.add_argument("--on", type=day, metavar="日期", help="按哪一天的标准，不写则按现行标准")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the fee; 2 if there is no such fee."""
    by_piece = arguments.pieces is not None
    try:
        found = fee(
            "pieces" if by_piece else "pages",
            arguments.pieces if by_piece else arguments.pages,
            on=arguments.on,
        )
    except (ValueError, NoRuleInForce) as error:
        print(f"gongkai law fee：{error}", file=sys.stderr)
        return BAD_INPUT
    print(json.dumps(_as_json(found), ensure_ascii=False) if arguments.json else _as_text(found))
    return 0


def _as_json(found: Fee) -> dict[str, Any]:
    bands = [
        {
            "from": charge.first,
            "to": charge.last,
            "count": charge.count,
            "rate_yuan": charge.rate_yuan,
            "yuan": charge.yuan,
            "cite": str(charge.cite),
        }
        for charge in found.charges
    ]
    scope = _SCOPE[found.basis]
    return {
        "yuan": found.yuan,
        "basis": found.basis,
        "bands": bands,
        "cite": str(scope.cite),
        "doubt": scope.doubt,
    }


def _as_text(found: Fee) -> str:
    scope = _SCOPE[found.basis]
    return "\n".join(
        [
            f"{found.yuan} 元",
            *(f"  {charge}" for charge in found.charges),
            f"计算范围：{scope.counts}（{scope.cite}）。",
            f"是否收取由行政机关决定：{DISCRETION.rule}（{DISCRETION.cite}），须有{'、'.join(DISCRETION.needs)}。",
            f"存疑：{scope.doubt}。",
        ]
    )
