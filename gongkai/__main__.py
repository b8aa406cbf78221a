"""``python -m gongkai``: the command line."""

import sys

from gongkai.config.command_line import main

if __name__ == "__main__":
    sys.exit(main())
