"""Prints the environment variables as docs/run/environment.md, for operators.

Renew the file with ``python -m tests.house.environment_table``.
"""

from pathlib import Path

from gongkai.config.settings.environment import PREFIX, VARIABLES
from tests.house.source import ROOT

FILE = Path("docs/run/environment.md")
HEAD = """# 环境变量

由 `python -m tests.house.environment_table` 从程序印出，不要手改。一个都不设置也能运行；写错名字的变量会使程序拒绝启动。
`make start` 另外认 `PORT`（默认 8000）和 `DEMO`（默认 1，传给 `GONGKAI_DEMO`）。

| 变量 | 意思 | 默认 | 必须 |
|---|---|---|---|
"""


def document() -> str:
    """The whole file."""
    rows = (
        f"| `{PREFIX}{row.name}` | {row.meaning} | {f'`{row.default}`' if row.default else ''} "
        f"| {'、'.join(f'{mode} 方式' for mode in row.needed_in)} |"
        for row in VARIABLES
    )
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (ROOT / FILE).write_text(document(), encoding="utf-8")
    print(f"已写入 {FILE}")
