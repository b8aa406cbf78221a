"""Writes about subscriptions. What the public does carries no person: who holds the link of a letter is who asked."""

from gongkai.release.subscriptions.actions.asking import confirm, subscribe
from gongkai.release.subscriptions.actions.leaving import change, leave, leave_all

__all__ = ["change", "confirm", "leave", "leave_all", "subscribe"]
