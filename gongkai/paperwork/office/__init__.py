"""LibreOffice without a window, where it is installed: old Word and WPS files become .docx, Word files PDF. Optional."""

from gongkai.paperwork.office.convert import SECONDS, to_docx, to_pdf
from gongkai.paperwork.office.program import OfficeMissing, office

__all__ = ["SECONDS", "OfficeMissing", "office", "to_docx", "to_pdf"]
