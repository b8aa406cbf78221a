"""What keeps a backup from being made or restored."""


class BackupTrouble(Exception):
    """One sentence for the operator; nothing was changed."""
