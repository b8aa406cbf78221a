"""Files from outside before they are kept: what they are by content, what is refused, and the copy that may be made public.

A file's name gives only its title and, for plain text, whether it is a table. No database, no Django.
"""

from gongkai.paperwork.cleaning.examination import Examined, examine, examine_bounded
from gongkai.paperwork.cleaning.kinds import FILE_KINDS, FileKind
from gongkai.paperwork.cleaning.names import clean_name

__all__ = ["FILE_KINDS", "Examined", "FileKind", "clean_name", "examine", "examine_bounded"]
