"""What the server calls."""

from django.conf import settings
from django.core.asgi import get_asgi_application

from gongkai.config.framework import choose_settings
from gongkai.config.kept_threads import KeptThreads
from gongkai.config.limited_body import LimitedBody

choose_settings()
application = LimitedBody(KeptThreads(get_asgi_application()), settings.LARGEST_REQUEST)
