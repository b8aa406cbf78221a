"""附件"""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Declares its acts when it starts."""

    name = "gongkai.files"
    label = "files"
    verbose_name = "附件"

    def ready(self) -> None:
        """Add the acts on files to the matrix, and have what no row names swept each day."""
        from gongkai.audit.labels import name_acts
        from gongkai.common.outbox import handle
        from gongkai.common.permissions import declare
        from gongkai.common.schedule import each_day
        from gongkai.files import tasks
        from gongkai.files.acts import ACTS

        declare(*ACTS)
        name_acts({"files.destroy": "销毁附件的内容"})
        handle(tasks.SWEEP, tasks.sweep, outside=True)
        each_day(tasks.SWEEP, tasks.ask_for_sweep)
