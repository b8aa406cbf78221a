"""The shape of what officers type about requests. Rules are in ``law`` and ``actions``."""
