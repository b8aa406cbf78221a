"""The text of a report against its tables: numbers stated in words, sums within a sentence, and years."""

from gongkai.law.annual_report.narrative.compare import check_narrative

__all__ = ["check_narrative"]
