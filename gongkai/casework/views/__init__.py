"""The officers' pages of requests."""
