"""Prints the permission matrix as docs/use/permissions.md, for people who do not read code.

Renew the file with ``python -m tests.house.permission_matrix``.
"""

import os
from pathlib import Path

from tests.house.source import ROOT

FILE = Path("docs/use/permissions.md")
HEAD = """# 权限表：谁可以办什么

由 `python -m tests.house.permission_matrix` 从各部分申报的行为印出，不要手改。表里没有写的，一律不可以。

- **本机关**：只在岗位所在的机关；**本机关及下级**：还包括它下面的各级机关，不包括平级机关。
- 一个人可以有几个岗位，任一岗位可以办的，就可以办；岗位有起止日期，到期即失效。
- 自己提交的，不能由自己审核或者签发。

"""


def document() -> str:
    """The whole file."""
    from gongkai.accounts.queries import matrix
    from gongkai.common.permissions import ROLE_LABELS

    roles = list(ROLE_LABELS.values())
    rows = [("行为", *roles), ("---",) * (len(roles) + 1)]
    rows += [(f"{act.label} `{act.key}`", *reach) for act, reach in matrix()]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.config.settings.test")
    django.setup()
    target = ROOT / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(document(), encoding="utf-8")
