"""Doors into the house: what the sign-in library asks of us, single sign-on, the first run, and what each request checks."""
