"""Backup and restore of an installation: a snapshot of the database and the files in one archive, the keys in another."""

from gongkai.config.backup.make import make_backup, make_key_backup
from gongkai.config.backup.restore import restore
from gongkai.config.backup.trouble import BackupTrouble

__all__ = ["BackupTrouble", "make_backup", "make_key_backup", "restore"]
