"""对外发布面"""

from django.apps import AppConfig


class ReleaseConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.release"
    label = "release"
    verbose_name = "对外发布面"
