"""``gongkai backup`` and ``gongkai restore``."""

import argparse
import sys
from pathlib import Path

from gongkai.config.backup import BackupTrouble, make_backup, make_key_backup, restore
from gongkai.config.command_line.parser import BAD_INPUT, Parser
from gongkai.config.framework import with_database
from gongkai.config.settings.environment import BadEnvironment, Environment


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add both commands to the command line."""
    make = commands.add_parser(
        "backup",
        help="备份数据库和文件",
        description="把数据库（此刻的一致快照）和文件写入一个备份文件，运行中也可以备份。密钥不在其中，用 --keys 另存到别处。",
    )
    make.add_argument(
        "file", type=Path, metavar="文件", help="备份文件，例如 gongkai-2026-11-25.tar.gz"
    )
    make.add_argument(
        "--keys", type=Path, metavar="文件", help="把密钥写入另一个文件，与备份分开保管"
    )
    make.set_defaults(run=with_database(run_backup))
    back = commands.add_parser(
        "restore",
        help="从备份恢复到空的安装",
        description="把备份恢复到空的 $GONGKAI_HOME（和空的数据库），升级数据库，核验留痕。",
    )
    back.add_argument("file", type=Path, metavar="文件", help="备份文件")
    back.add_argument(
        "--keys",
        type=Path,
        metavar="文件",
        help="密钥文件；没有它，个人信息不能解读，所有人须重新登录",
    )
    back.set_defaults(run=run_restore)


def run_backup(arguments: argparse.Namespace) -> int:
    """Make the archives."""
    from django.conf import settings

    from gongkai.common.clock import current

    home, now = settings.HOME, current()
    try:
        about = make_backup(home, settings.DATABASES["default"], arguments.file, now)
        if arguments.keys:
            make_key_backup(home, arguments.keys, now)
    except BackupTrouble as trouble:
        return say(trouble)
    print(f"已备份到 {arguments.file}：数据库和 {about['files']} 个文件。")
    if Environment().text("S3_URL"):
        print("附件存放在 S3，不在备份里，请用 S3 自己的办法备份。")
    print(
        f"密钥已写入 {arguments.keys}，请与备份分开保管。"
        if arguments.keys
        else "密钥不在备份里；另存密钥：--keys 文件"
    )
    return 0


def run_restore(arguments: argparse.Namespace) -> int:
    """Bring the installation back, migrate it, verify its journal."""
    try:
        environment = Environment()
        about = restore(environment.home, environment.database(), arguments.file, arguments.keys)
    except (BackupTrouble, BadEnvironment) as trouble:
        return say(trouble)
    print(f"已恢复 {about['made_at']} 的备份（{about['version']}）。")
    if not arguments.keys:
        print("没有恢复密钥：用旧密钥加密的个人信息不能解读，所有人须重新登录。", file=sys.stderr)
    return int(with_database(verify)(arguments))


def verify(_arguments: argparse.Namespace) -> int:
    """Verify the journal of what was restored."""
    from gongkai.config.command_line import main

    return main(["journal", "verify"])


def say(trouble: Exception) -> int:
    """One sentence, exit code 2."""
    print(f"gongkai：{trouble}", file=sys.stderr)
    return BAD_INPUT
