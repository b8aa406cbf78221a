"""What keeps a backup from being made or restored."""


class BackupTrouble(Exception):
    """One sentence for the operator; nothing was changed."""


class Changed(BackupTrouble):
    """A file became another or was deleted while it was being taken; another attempt finds it settled."""
