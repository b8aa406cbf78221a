"""Floor 11: the JSON interface."""
