"""附件"""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.files"
    label = "files"
    verbose_name = "附件"

    def ready(self) -> None:
        """Add the acts on files to the matrix."""
        from gongkai.common.permissions import declare
        from gongkai.files.acts import ACTS

        declare(*ACTS)
