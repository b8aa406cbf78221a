"""Pages of items on the desk."""
