"""The common room."""

from typing import Any

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Starts first of all apps."""

    name = "gongkai.common"
    label = "common"
    verbose_name = "公用底座"

    def __init__(self, app_name: str, app_module: Any) -> None:
        """Words for mistakes in forms come first: fields take them when their form is defined, which any app may do in ``ready``."""
        from gongkai.common.form_words import speak

        super().__init__(app_name, app_module)
        speak()

    def ready(self) -> None:
        """Offer what the outbox delivers for everybody, and the upkeep of its own tables."""
        from gongkai.common.background.actions import offer_upkeep
        from gongkai.common.mail import send
        from gongkai.common.outbox import handle

        handle("mail.send", send, outside=True)
        offer_upkeep()
