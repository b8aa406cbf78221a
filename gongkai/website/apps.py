"""公众网站"""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.website"
    label = "website"
    verbose_name = "公众网站"
