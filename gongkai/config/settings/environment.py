"""The one reader of environment variables: every ``GONGKAI_*`` is declared here, and an unknown one stops the start.

Without any variable the program runs for one small machine. Not here: what the values do (``base``, ``prod``).
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

PREFIX = "GONGKAI_"


class BadEnvironment(RuntimeError):
    """A variable is unknown or its value cannot be used; the message says which and what would be right."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. ``needed_in`` names the settings that do not start without it."""

    name: str
    meaning: str
    default: str = ""
    needed_in: tuple[str, ...] = ()


VARIABLES: tuple[Variable, ...] = (
    Variable("HOME", "数据、密钥、字体所在的文件夹", "var"),
    Variable("MODE", "运行方式：local（本机）或者 prod（正式）", "local"),
    Variable(
        "DATABASE_URL", "数据库，例如 postgres://用户:口令@主机:5432/库；不写则用文件夹里的 SQLite"
    ),
    Variable("DATABASE_KEEP", "PostgreSQL 的连接用完之后保持多少秒；0 表示每次重新连接", "60"),
    Variable("REDIS_URL", "Redis，例如 redis://主机:6379/0；不写则队列和缓存都用数据库"),
    Variable("HOSTS", "网站域名，逗号分隔", needed_in=("prod",)),
    Variable("TRUSTED_PROXIES", "反向代理的台数，0 表示没有", "0"),
    Variable("EMAIL_URL", "发信服务器，例如 smtp+tls://用户:口令@主机:587；不写则写入文件夹 mail"),
    Variable("EMAIL_FROM", "发信地址", "gongkai@localhost"),
    Variable(
        "SMS",
        "短信网关的设置文件（JSON）；不写则本机方式写入文件夹 sms，正式方式不发短信",
    ),
    Variable("S3_URL", "附件存放的 S3，例如 https://键:密@主机/桶；不写则存在文件夹 files"),
    Variable(
        "SEARCH",
        "检索用什么：embedded（自带的索引，在文件夹 search 里）或者 postgresql",
        "embedded",
    ),
    Variable(
        "RELEASE",
        "公众网站发布成静态文件的位置：文件夹，或者 s3://桶/前缀；不写则不发布静态文件",
    ),
    Variable(
        "ORIGIN",
        "静态文件里写的网站地址，例如 https://www.example.gov.cn；不写则用 https:// 和主站的域名",
    ),
    Variable("CLAMAV", "ClamAV 的套接字或者主机:端口；不写则在常见位置寻找"),
    Variable("LINK_TRIALS", "是否在后台打开正文里的外部链接核对：1 或者 0", "1"),
    Variable("OIDC", "单点登录的设置文件（JSON）"),
    Variable("WITNESS_DIR", "留痕链头的签名另存到哪里；不写则存在文件夹 witness"),
    Variable("DEMO", "空库启动时是否建立演示乡镇：1 或者 0", "1"),
    Variable("REQUIRE_ALL", "测试不许跳过（仅测试用）"),
    Variable("SHARED", "真实年报所在的文件夹（仅测试用）"),
)


class Environment:
    """Typed access to the declared variables; raises BadEnvironment with one sentence."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self._values = os.environ if values is None else values
        known = {PREFIX + variable.name: variable for variable in VARIABLES}
        unknown = sorted(
            name for name in self._values if name.startswith(PREFIX) and name not in known
        )
        if unknown:
            raise BadEnvironment(
                f"不认识的环境变量 {'、'.join(unknown)}；可用的有 {'、'.join(known)}"
            )
        self._defaults = {variable.name: variable.default for variable in VARIABLES}
        for variable in VARIABLES:
            if self.mode in variable.needed_in and not self.text(variable.name):
                raise BadEnvironment(f"缺少环境变量 {PREFIX}{variable.name}：{variable.meaning}")

    @property
    def mode(self) -> str:
        """``local`` or ``prod``."""
        return self.choice("MODE", ("local", "prod"))

    def text(self, name: str) -> str:
        """The value, or its default."""
        return self._values.get(PREFIX + name) or self._defaults[name]

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """One of a few words."""
        value = self.text(name)
        if value not in allowed:
            raise BadEnvironment(f"{PREFIX}{name} 应为 {'、'.join(allowed)} 之一，得到 {value}")
        return value

    def flag(self, name: str) -> bool:
        """1 or 0."""
        return self.choice(name, ("0", "1")) == "1"

    def origin(self, name: str) -> str:
        """A scheme and a host, without a slash at the end; "" where nothing is set."""
        value = self.text(name).rstrip("/")
        if value and not re.fullmatch(r"https?://[^/\s?#@]+", value):
            raise BadEnvironment(f"{PREFIX}{name} 应为 https://域名 的样子，得到 {value}")
        return value

    def number(self, name: str) -> int:
        """A whole number from 0."""
        value = self.text(name)
        if not value.isdigit():
            raise BadEnvironment(f"{PREFIX}{name} 应为 0 以上的整数，得到 {value}")
        return int(value)

    def words(self, name: str) -> list[str]:
        """Words separated by commas."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    @property
    def home(self) -> Path:
        """The folder of this installation, absolute."""
        return Path(self.text("HOME")).resolve()

    def database(self) -> dict[str, object]:
        """Django's settings of the default database: PostgreSQL by address, or SQLite in the home folder."""
        address = self.text("DATABASE_URL")
        if not address:
            return sqlite(self.home / "gongkai.sqlite3")
        return {**postgresql(address), "CONN_MAX_AGE": self.number("DATABASE_KEEP")}


def sqlite(path: Path) -> dict[str, object]:
    """SQLite for many readers and one writer at a time: write-ahead log, transactions that begin as writers."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000; PRAGMA mmap_size=134217728;",
        },
    }


def postgresql(address: str) -> dict[str, object]:
    """PostgreSQL by address; what stands after ? becomes options of the connection."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadEnvironment(
            f"{PREFIX}DATABASE_URL 应写成 postgres://用户:口令@主机:5432/库 的样子"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
