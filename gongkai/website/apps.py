"""公众网站"""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """Starts the room."""

    name = "gongkai.website"
    label = "website"
    verbose_name = "公众网站"

    def ready(self) -> None:
        """Say which pages are released as files, and who draws them."""
        from gongkai.website.released import offer

        offer()
