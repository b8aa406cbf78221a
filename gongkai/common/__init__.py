"""Floor 1, beside ``paperwork``: what several apps need of Django and that has no noun of the field in it."""
