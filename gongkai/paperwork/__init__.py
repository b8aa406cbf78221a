"""Files to the law's forms and back: reads and prints annual reports. No database, no Django."""

from gongkai.paperwork.errors import CannotPrint, HostileFile, UnreadableReport
from gongkai.paperwork.printing import print_report
from gongkai.paperwork.reading import read_report

__all__ = ["CannotPrint", "HostileFile", "UnreadableReport", "print_report", "read_report"]
