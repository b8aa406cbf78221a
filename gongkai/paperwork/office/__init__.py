"""LibreOffice without a window, where it is installed: old Word and WPS files become .docx. Optional; nothing else needs it."""

from gongkai.paperwork.office.convert import SECONDS, to_docx
from gongkai.paperwork.office.program import OfficeMissing, office

__all__ = ["SECONDS", "OfficeMissing", "office", "to_docx"]
