"""The file of a case as one PDF for a court: front pages, then every paper that can be made into pages. No database, no Django."""

from gongkai.paperwork.dossier.front import Front, front_pages
from gongkai.paperwork.dossier.merging import CannotMerge, Merged, Merger, Paper

__all__ = ["CannotMerge", "Front", "Merged", "Merger", "Paper", "front_pages"]
