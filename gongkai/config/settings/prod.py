"""In service behind HTTPS."""

from gongkai.config.settings.base import *
from gongkai.config.settings.base import ENVIRONMENT

ALLOWED_HOSTS = ENVIRONMENT.words("HOSTS")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.number("TRUSTED_PROXIES") else None
)
SECURE_SSL_REDIRECT = True
