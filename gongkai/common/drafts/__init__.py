"""Drafts: what a person typed into a form and has not saved yet, kept apart from the records until the form is saved.

A form opts in with ``data-autosave="app.form"`` and ``data-object="key"``; the rest happens by itself (``middleware``).
"""
