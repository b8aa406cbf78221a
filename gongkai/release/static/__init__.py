"""The public site as files: pages drawn by the website, kept in a tree on disk that readers only ever see whole.

Not here: how a page is drawn (``website`` offers it) and what is public (``release`` itself).
"""
