"""argparse that speaks Chinese: headings, usage errors, and the kinds of argument that several commands share."""

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, NoReturn

BAD_INPUT = 2
_ERRORS = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"参数 \1 不能是 \2，可选：\3"),
    (r"argument (.*?): expected one argument", r"参数 \1 后面应有一个值"),
    (r"argument (.*?): expected at least one argument", r"参数 \1 后面至少应有一个值"),
    (r"argument (.*?): not allowed with argument (.*)", r"参数 \1 不能与 \2 同时使用"),
    (r"one of the arguments (.*) is required", r"应给出其中一个参数：\1"),
    (r"argument (.*?): ignored explicit argument (.*)", r"参数 \1 不带值，得到 \2"),
    (r"ambiguous option: (.*?) could match (.*)", r"参数 \1 不明确，可能是：\2"),
    (r"argument (.*?): (.*)", r"参数 \1：\2"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help and errors are Chinese; bad input exits with 2."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Help)
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how to get help, then exit with 2."""
        for pattern, chinese in _ERRORS:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, chinese, message, flags=re.DOTALL)
                break
        print(f"{self.prog}：{message}\n查看用法：{self.prog} --help", file=sys.stderr)
        raise SystemExit(BAD_INPUT)

    def parse(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """Parse the whole command line."""
        return self.parse_args(arguments)


def day(text: str) -> date:
    """A date argument, YYYY-MM-DD."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise argparse.ArgumentTypeError(f"日期应写成 2025-09-15 的样子，得到 {text}")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"没有 {text} 这一天") from error


def count(text: str) -> int:
    """A whole number from 0."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"应为 0 以上的整数，得到 {text}")
    return int(text)
