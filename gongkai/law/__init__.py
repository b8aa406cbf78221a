"""The law as tables and pure functions. Standard library only; no clock, no files, no database."""
