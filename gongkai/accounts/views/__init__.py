"""Pages about people and permissions."""
