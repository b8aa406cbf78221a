"""附件"""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.files"
    label = "files"
    verbose_name = "附件"
