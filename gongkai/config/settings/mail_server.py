"""Where letters go: a mail server by address, or the folder ``mail`` of the installation where no address is given."""

from urllib.parse import unquote, urlsplit

from gongkai.config.settings.environment import BadEnvironment, Environment

PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
PATIENCE = 20
"""Seconds to wait for the mail server; less than the outbox's lease."""


def mail_of(environment: Environment) -> dict[str, object]:
    """Django's settings that begin with EMAIL."""
    address = environment.text("EMAIL_URL")
    if not address:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": environment.home / "mail",
        }
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise BadEnvironment(
            "GONGKAI_EMAIL_URL 应写成 smtp+tls://用户:口令@主机:587 的样子，可用 smtp、smtp+tls、smtp+ssl"
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
        "EMAIL_TIMEOUT": PATIENCE,
    }
