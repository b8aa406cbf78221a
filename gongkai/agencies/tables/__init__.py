"""Organs as a table in a file: reading and writing CSV and XLSX, and checking each cell before anything is kept."""
