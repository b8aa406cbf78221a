"""How the log looks: one form of line for the site, the worker and the server, on standard error."""

import logging

from gongkai.common.request_context import request_id
from gongkai.config.settings.log_limits import MOST_HOSTS, MOST_REFUSED, Bounded, UnknownHost

FORM = "{asctime} {levelname} {name} [{request}] {message}"
DATES = "%Y-%m-%dT%H:%M:%S%z"


class WithRequest(logging.Filter):
    """Adds the number of the request being answered; ``-`` outside requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything pass."""
        record.request = request_id.get() or "-"
        return True


def logging_of() -> dict[str, object]:
    """Django's LOGGING; the server uses the same for its own lines."""
    to_error = {"handlers": ["stderr"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request": {"()": WithRequest},
            "bounded": {"()": Bounded, "most": MOST_REFUSED},
            "unknown_host": {"()": UnknownHost, "most": MOST_HOSTS},
        },
        "formatters": {"line": {"format": FORM, "datefmt": DATES, "style": "{"}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "stream": "ext://sys.stderr",
                "formatter": "line",
                "filters": ["request"],
            }
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {**to_error, "level": "WARNING"},
            "django.request": {**to_error, "filters": ["bounded"]},
            "django.security.DisallowedHost": {**to_error, "filters": ["unknown_host"]},
            "gongkai": {**to_error, "level": "INFO"},
            "_granian": {**to_error, "level": "INFO"},
        },
    }
