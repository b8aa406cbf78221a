"""Links of a text: written wrong, leading elsewhere, dead or taken over. Nothing is fetched here: what was tried before is read."""

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from gongkai.agencies.models import ContactPage
from gongkai.common.clock import law_day
from gongkai.paperwork.html_blocks import blocks
from gongkai.publishing.checks.finding import Finding, mark
from gongkai.publishing.checks.subject import Subject
from gongkai.publishing.models import LinkCheck

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE)
_GOVERNMENT = (".gov.cn", ".court.gov.cn")
_BY_STATE = {
    "dead": ("dead_links", "打不开", "换成能打开的网址，或者删去链接"),
    "unknown": ("dead_links", "无法核对", "请自己点开看一看"),
    "hijacked": ("hijacked_links", "打开后不是原来的内容", "立即删去链接"),
}
_WARNED = "通向外部网站，对方的内容不由本机关负责；确有需要再保留"


def addresses(body: str) -> Iterator[tuple[int, str]]:
    """The block and address of every link that leads outside."""
    for number, block in enumerate(blocks(body), 1):
        for link in block.iter("a"):
            href = (link.get("href") or "").strip()
            if href.lower().startswith(("http://", "https://")):
                yield number, href


def found(subject: Subject) -> Iterator[Finding]:
    """What is to be said of each link, each address once."""
    links = {url: number for number, url in reversed(list(addresses(subject.version.body)))}
    tried = {row.url: row for row in LinkCheck.objects.filter(url__in=list(links))}
    own = _own_hosts(subject)
    for url, number in links.items():
        trouble = written_wrong(url)
        if trouble:
            yield _finding("bad_links", url, number, f"链接写错了：{trouble}", "改正网址")
            continue
        host = (urlsplit(url).hostname or "").lower()
        if not host.endswith(_GOVERNMENT) and host not in own:
            yield _finding("foreign_links", url, number, f"链接通向 {host}", _WARNED)
        yield from _tried(tried.get(url), url, number)


def _tried(row: LinkCheck | None, url: str, number: int) -> Iterator[Finding]:
    if row is None or row.state not in _BY_STATE:
        return
    check, words, advice = _BY_STATE[row.state]
    detail = f"（{row.detail}）" if row.detail else ""
    said = f"链接{words}{detail}，{law_day(row.checked_at)} 核对"
    yield _finding(check, url, number, said, advice)


def _own_hosts(subject: Subject) -> set[str]:
    page = ContactPage.objects.filter(agency_id=subject.item.agency_id).first()
    host = urlsplit(page.website).hostname if page and page.website else None
    return {host} if host else set()


def written_wrong(url: str) -> str:
    """What is wrong with an address; empty where nothing is."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "网址不完整"
    if parts.username or parts.password:
        return "网址里有用户名或者密码"
    return _wrong_host(host, parts) or ("端口不对" if port == 0 else "")


def _wrong_host(host: str, parts: SplitResult) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        if not _HOST.fullmatch(ascii_host(host)):
            return "没有完整的域名"
        doubled = re.match(r"/*https?:", parts.path, re.IGNORECASE)
        return "开头写了两遍" if doubled or host in {"http", "https"} else ""
    return "" if address.is_global else "是内部网络的地址，公众打不开"


def ascii_host(host: str) -> str:
    """The host as it is looked up: Chinese names in the letters of the domain system; empty for what is no name."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""


def _finding(check: str, url: str, number: int, message: str, advice: str) -> Finding:
    return Finding(
        check,
        f"正文第 {number} 段",
        url,
        message,
        advice,
        mark(check, url),
        anchor=f"#block-{number}",
    )
