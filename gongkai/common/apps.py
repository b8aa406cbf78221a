"""The common room."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Starts first of all apps."""

    name = "gongkai.common"
    label = "common"
    verbose_name = "公用底座"
