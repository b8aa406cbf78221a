"""``gongkai law``: due dates, fees and working days, each explained with its article."""

import argparse

from gongkai.config.command_line import law_due, law_fee, law_workdays
from gongkai.config.command_line.parser import Parser

COMMANDS = (law_due, law_fee, law_workdays)


def add_to(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the group to the command line."""
    group = commands.add_parser(
        "law", help="法定期限、收费、工作日", description="查法定期限、收费和工作日，逐步说明依据。"
    )
    acts = group.add_subparsers(
        title="命令", dest="act", required=True, metavar="命令", parser_class=Parser
    )
    for command in COMMANDS:
        command.add_to(acts)
