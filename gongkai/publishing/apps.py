"""信息发布"""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.publishing"
    label = "publishing"
    verbose_name = "信息发布"
