"""What happens once, when an installation starts on a database with nobody in it: the demo township moves in, if it may."""

from gongkai.config.command_line import build_parser, main
from gongkai.config.settings.environment import Environment

DEMO = "demo"
ACCOUNTS = "demo-accounts.txt"


def first_start() -> None:
    """Make the demo unless GONGKAI_DEMO=0, the installation is in service, or somebody is there already.

    Without it the first visitor is led through the first-run wizard.
    """
    environment = Environment()
    if environment.mode == "local" and environment.flag("DEMO") and knows_demo() and is_empty():
        main([DEMO])
    elif (environment.home / ACCOUNTS).exists():
        print(f"这是演示安装，演示账号见 {environment.home / ACCOUNTS}")
    announce_first_run()


def announce_first_run() -> None:
    """While nobody has an account, print the code that the first-run page asks for."""
    from gongkai.accounts.sign_in.setup_code import code_file, setup_code

    if code := setup_code():
        print(
            f"还没有任何人员。请打开 /account/first-run/ 完成首次设置，设置码：{code}（也在 {code_file()}）"
        )


def knows_demo() -> bool:
    """Whether this version has the command ``gongkai demo``."""
    groups = build_parser()._subparsers  # noqa: SLF001 - argparse has no public way to ask
    actions = groups._group_actions if groups else []  # noqa: SLF001 - see above
    return any(DEMO in (action.choices or ()) for action in actions)


def is_empty() -> bool:
    """Whether nobody has an account and no organ stands."""
    from gongkai.accounts.models import User
    from gongkai.agencies.models import Agency

    return not User.objects.exists() and not Agency.objects.exists()
