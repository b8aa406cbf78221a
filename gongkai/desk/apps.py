"""经办人工作台"""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.desk"
    label = "desk"
    verbose_name = "经办人工作台"
