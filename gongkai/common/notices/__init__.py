"""Notices inside the product, and by e-mail to who has an address: told in the transaction of the change they report.

Not here: the pages (``desk``), and who is to be told (the app that knows).
"""

from gongkai.common.notices.actions import mark_all_read, mark_read, notify

__all__ = ["mark_all_read", "mark_read", "notify"]
