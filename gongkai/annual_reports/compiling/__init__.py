"""The report as the records have it: every figure a query with a definition, its records, and what could not be counted."""

from gongkai.annual_reports.compiling.compiled import Compiled, compiled, figures_of_many

__all__ = ["Compiled", "compiled", "figures_of_many"]
