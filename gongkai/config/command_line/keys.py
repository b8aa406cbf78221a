"""``gongkai keys``: a new master key for personal data, under which everything is sealed anew, and whether all of it is."""

import argparse

from gongkai.config.command_line.parser import Parser
from gongkai.config.framework import with_database

BEHIND = 1


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser("keys", help="个人信息的主密钥：更换、核对", description="个人信息的主密钥。")  # fmt: skip
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    rotate = acts.add_parser(
        "rotate",
        help="换一个新的主密钥",
        description="换一个新的主密钥，把各案、各文件的密钥改用它加密；上次没有做完的接着做。"
        "以前没有加密的办件材料一并加密。网站可以照常使用。",
    )
    rotate.add_argument("--check", action="store_true", help="只核对，不改；没有做完返回 1")
    rotate.set_defaults(run=with_database(run))


def run(arguments: argparse.Namespace) -> int:
    """Rotate, or say how far it has come."""
    return check() if arguments.check else rotate()


def check() -> int:
    """Print what is not under the newest key; 1 if anything is not."""
    from gongkai.audit import rewrapping as subjects
    from gongkai.common import vault
    from gongkai.files import rewrapping as files
    from gongkai.release.subscriptions import sealing as addresses

    found = (subjects.behind(), files.behind(), files.in_clear(), addresses.behind())
    print(f"现用的是第 {vault.generation()} 个主密钥。")
    print(
        f"还在用旧主密钥的：案件和人员 {found[0]} 个，文件 {found[1]} 个，订阅的邮箱 {found[3]} 个；没有加密的办件材料 {found[2]} 个。"
    )
    return BEHIND if any(found) else 0


def rotate() -> int:
    """Make a new key unless the last rotation was broken off, then seal everything under it."""
    from gongkai.audit import rewrapping as subjects
    from gongkai.common import vault
    from gongkai.common.clock import current
    from gongkai.files import rewrapping as files
    from gongkai.release.subscriptions import sealing as addresses

    if subjects.behind() or files.behind() or addresses.behind():
        print(f"上次没有做完，接着换成第 {vault.generation()} 个主密钥。")
    else:
        print(f"新的主密钥是第 {vault.new_generation()} 个，请马上备份 keys 文件夹。")
    keys, papers, letter_boxes = subjects.rewrap(), files.rewrap(), addresses.rewrap()
    sealed = files.seal_what_is_in_clear()
    subjects.note_rotation(
        generation=vault.generation(),
        keys=keys + papers + letter_boxes,
        sealed_files=sealed,
        now=current(),
    )
    print(
        f"改用新主密钥的：案件和人员 {keys} 个，文件 {papers} 个，订阅的邮箱 {letter_boxes} 个；新加密的办件材料 {sealed} 个。"
    )
    return check()
