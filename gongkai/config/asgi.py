"""What the server calls: lines of live Q&A are served here, before Django; all else is Django's."""

from typing import Any

from django.core.asgi import get_asgi_application

from gongkai.config.framework import choose_settings
from gongkai.config.kept_threads import KeptThreads
from gongkai.config.limited_body import LimitedBody
from gongkai.files.purposes import largest_request


def with_lines(application: Any) -> Any:
    """The application with the address that browsers listen to; its record can be imported once Django is set up."""
    from gongkai.website.live.drawing import FromDatabase
    from gongkai.website.live.events import LiveEvents
    from gongkai.website.live.hub import Hub

    return LiveEvents(application, Hub(FromDatabase()))


choose_settings()
application = LimitedBody(with_lines(KeptThreads(get_asgi_application())), largest_request)
