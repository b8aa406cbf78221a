"""Writes about people: sign-in and its guards, people and posts, the first run."""
