"""What the server calls."""

from django.core.asgi import get_asgi_application

from gongkai.config.framework import choose_settings

choose_settings()
application = get_asgi_application()
