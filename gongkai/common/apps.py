"""The common room."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Starts first of all apps."""

    name = "gongkai.common"
    label = "common"
    verbose_name = "公用底座"

    def ready(self) -> None:
        """Offer what the outbox delivers for everybody, the upkeep of its own tables, and words for mistakes in forms."""
        from gongkai.common.background.actions import offer_upkeep
        from gongkai.common.form_words import speak
        from gongkai.common.mail import send
        from gongkai.common.outbox import handle

        handle("mail.send", send, outside=True)
        offer_upkeep()
        speak()
