"""Floor 11: the public site."""
