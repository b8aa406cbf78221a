"""Floor 11: the officers' desk."""
