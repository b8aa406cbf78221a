"""Single sign-on: GONGKAI_OIDC names a JSON file with one provider or a list; whatever it does not know stops the start."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from gongkai.config.settings.environment import BadEnvironment, Environment

NEEDED = ("name", "server_url", "client_id", "secret", "match")
OPTIONAL = {"id": "oidc"}
"""``id`` stands in the address to which the provider sends people back."""
MATCHES = ("username", "email")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}

Provider = Mapping[str, str]


def providers_of(environment: Environment) -> dict[str, object]:
    """The setting SOCIALACCOUNT_PROVIDERS; empty where no single sign-on is wanted."""
    path = environment.text("OIDC")
    if not path:
        return {}
    providers = _read(Path(path))
    ids = [provider["id"] for provider in providers]
    if len(set(ids)) < len(ids):
        raise _bad("有几个单点登录服务时，每个要写不同的 id")
    return {"openid_connect": {"APPS": [_app(provider) for provider in providers]}}


def _read(path: Path) -> list[Provider]:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _bad(f"文件 {path} 无法读取，或者不是 JSON") from error
    listed = said if isinstance(said, list) else [said]
    if not listed:
        raise _bad("没有写任何单点登录服务")
    return [_checked(provider) for provider in listed]


def _checked(said: object) -> Provider:
    """One provider as the file gives it, complete and without anything unknown."""
    if not isinstance(said, dict):
        raise _bad("每个单点登录服务应为一个对象")
    known = (*NEEDED, *OPTIONAL)
    if unknown := sorted(set(said) - set(known)):
        raise _bad(f"不认识 {'、'.join(unknown)}；可用的有 {'、'.join(known)}")
    provider = {**OPTIONAL, **said}
    for key in known:
        if not isinstance(provider.get(key), str) or not provider[key].strip():
            raise _bad(f"缺少 {key}，或者不是文字")
    if provider["match"] not in MATCHES:
        raise _bad(f"match 应为 {'、'.join(MATCHES)} 之一")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,30}", provider["id"]):
        raise _bad("id 只用小写字母、数字和短横线，不超过 31 个字")
    _check_address(provider["server_url"])
    return provider


def _check_address(address: str) -> None:
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise _bad("server_url 不是网址") from error
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if not safe or not parts.hostname or "/.well-known/" in address:
        raise _bad("server_url 应为 https 开头的签发者网址，不含 /.well-known/ 之后的部分")


def _app(provider: Provider) -> dict[str, object]:
    return {
        "provider_id": provider["id"],
        "name": provider["name"],
        "client_id": provider["client_id"],
        "secret": provider["secret"],
        "settings": {
            "server_url": provider["server_url"].rstrip("/"),
            "match": provider["match"],
            "oauth_pkce_enabled": True,
        },
    }


def _bad(sentence: str) -> BadEnvironment:
    return BadEnvironment(f"GONGKAI_OIDC：{sentence}")
