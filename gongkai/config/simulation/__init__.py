"""A year of work of one organ, invented and played through the real acts: for practice, and to hold the counts against.

``plan`` and what it calls know the calendar and chance alone; ``playing`` lets it happen; ``told`` is what it says of itself.
"""
