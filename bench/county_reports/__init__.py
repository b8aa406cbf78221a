"""A simulated county: the annual reports of a hundred organs over three years, lawful ones and ones with planted errors.

Pure: no database, no clock, the same for the same seed. Tests and measurements read it.
"""
