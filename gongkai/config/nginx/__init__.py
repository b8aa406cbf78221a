"""The configuration of nginx that answers from the released files: its text, filled in for one installation."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from gongkai.common.middleware import PERMISSIONS
from gongkai.files.sending import SANDBOX
from gongkai.paperwork.cleaning.kinds import FILE_KINDS

FLAG = "maintenance"
"""The file in the folder of the release that says: only read."""
PAGES = {
    "text/html": "html",
    "application/xml": "xml",
    "text/plain": "txt md",
    "text/css": "css",
    "text/javascript": "js",
    "image/svg+xml": "svg",
    "text/vtt": "vtt",
    "font/woff2": "woff2",
}
PROXY = """proxy_pass http://gongkai_application;
proxy_http_version 1.1;
proxy_set_header Connection "";
proxy_set_header Host $http_host;
proxy_set_header X-Forwarded-For $remote_addr;
proxy_set_header X-Forwarded-Proto $scheme;
add_header X-Own-Headers "";  # 程序自己写安全和缓存的头，不再加一遍"""


@dataclass(frozen=True, slots=True)
class Installation:
    """What the configuration says of one installation: ``folder`` of the release, where the program listens, who asks whom."""

    folder: Path
    domain: str
    port: str
    application: str


def configuration(here: Installation) -> str:
    """The text for ``/etc/nginx/sites-available``."""
    from django.conf import settings

    told = {
        "FOLDER": str(here.folder),
        "DOMAIN": here.domain,
        "PORT": here.port,
        "APPLICATION": here.application,
        "LARGEST": f"{settings.LARGEST_REQUEST // 2**20 + 5}m",
        "LARGEST_MEDIA": f"{settings.LARGEST_MEDIA_REQUEST // 2**20 + 5}m",
        "MEDIA_UPLOADS": settings.MEDIA_UPLOADS.pattern,
        "POLICY": settings.CONTENT_SECURITY_POLICY,
        "FILE_POLICY": SANDBOX,
        "HEADERS": indented(
            4, (f'add_header {name} "{value}" always;' for name, value in headers())
        ),
        "TYPES": indented(8, (f"{kind} {endings};" for kind, endings in types().items())),
        "SHORT": " ".join(f"/files/public/$shelf/$shelf$token/file.{each}" for each in endings()),
        "PROXY": indented(8, PROXY.splitlines()),
    }
    text = (files(__name__) / "site.txt").read_text(encoding="utf-8")
    for name, value in told.items():
        text = text.replace(f"@{name}@", value)
    return text


def indented(blanks: int, lines: Iterator[str] | list[str]) -> str:
    """The lines, each that far in."""
    return "\n".join(" " * blanks + line for line in lines)


def headers() -> Iterator[tuple[str, str]]:
    """The headers that the program gives every page, beside its content policy."""
    from django.conf import settings

    yield "X-Content-Type-Options", "nosniff"
    yield "X-Frame-Options", settings.X_FRAME_OPTIONS
    yield "Referrer-Policy", settings.SECURE_REFERRER_POLICY
    yield "Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY
    yield "Permissions-Policy", PERMISSIONS
    if settings.SECURE_HSTS_SECONDS:
        yield "Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}"


def types() -> dict[str, str]:
    """Endings by type: of pages, and of the files that are taken in."""
    found = dict(PAGES)
    for kind in FILE_KINDS.values():
        found.setdefault(kind.content_type, " ".join(kind.extensions))
    return found


def endings() -> Iterator[str]:
    """The endings that a public file may have, pictures first: those are asked for without their names."""
    rows = sorted(FILE_KINDS.values(), key=lambda kind: not kind.content_type.startswith("image/"))
    for kind in rows:
        yield from kind.extensions
    yield "bin"
