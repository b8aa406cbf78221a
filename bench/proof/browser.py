"""A small browser for the proofs: cookies, forms sent as they stand in the page with what a person types, no redirect followed."""

import http.client
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin

from lxml import html

PATIENCE = 60.0
"""Seconds to wait for an answer."""
REDIRECTS = {301, 302, 303}
Typed = Mapping[str, str | list[str]]
Files = Mapping[str, tuple[str, bytes]]


class Broken(Exception):
    """No whole answer came: nobody listened, or the line was cut. What the server did is not known."""


class PutOff(Broken):
    """A whole answer that asks to try again in a moment."""


class Unexpected(Exception):
    """A whole answer, but not the one that a person would have got."""


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    path: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def page(self) -> Any:
        """The page as a tree."""
        return html.fromstring(self.body.decode())

    @property
    def words(self) -> str:
        """What the page says in its middle, in one line."""
        found = self.page.xpath("//main") if self.body.strip() else []
        return " ".join(found[0].text_content().split()) if found else ""

    @property
    def goes_to(self) -> str:
        """Where a redirect leads; Unexpected where it is none."""
        if self.status not in REDIRECTS:
            raise Unexpected(f"{self.path}: {self.status} {self.words[:300]}")
        return urljoin(self.path, self.headers["location"])

    def form(self, button: str) -> Any:
        """The form that has that button; Unexpected where there is none."""
        for form in self.page.forms:
            for each in form.xpath(".//button"):
                if each.text_content().strip() == button:
                    return form, each
        raise Unexpected(f"{self.path}: {self.status}, no button {button}: {self.words[:300]}")

    def links(self) -> Iterator[tuple[str, str]]:
        """The words and the address of each link."""
        for each in self.page.xpath("//a[@href]"):
            yield " ".join(each.text_content().split()), urljoin(self.path, each.get("href"))


@dataclass
class Browser:
    """One person's browser on the site at that port."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, b"", {})

    def press(
        self, on: Answer, button: str, typed: Typed | None = None, files: Files | None = None
    ) -> Answer:
        """Press a button of a page, with what was typed into its form over what stood there."""
        form, pressed = on.form(button)
        typed = dict(typed or {})
        if pressed.get("name"):
            typed[pressed.get("name")] = pressed.get("value", "")
        kept = [(name, value) for name, value in form.form_values() if name not in typed]
        sent = kept + [(name, each) for name, value in typed.items() for each in as_list(value)]
        to = urljoin(on.path, form.get("action") or on.path)
        if files:
            body, kind = multipart(sent, files)
        else:
            body, kind = urlencode(sent).encode(), "application/x-www-form-urlencoded"
        return self._ask("POST", to, body, {"Content-Type": kind})

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        said = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.request(method, path, body, headers | (said if self.cookies else {}))
            answer = line.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Broken(f"{method} {path}: {error!r}") from error
        finally:
            line.close()
        self._keep_cookies(answer)
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(path, answer.status, headers, content)

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value


def as_list(value: str | list[str]) -> list[str]:
    """The values of a field."""
    return [value] if isinstance(value, str) else value


def multipart(sent: list[tuple[str, str]], files: Files) -> tuple[bytes, str]:
    """The body of a form with files, and its type."""
    mark = uuid.uuid4().hex
    parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in sent]
    parts += [
        f'name="{name}"; filename="{called}"\r\nContent-Type: application/octet-stream\r\n\r\n'.encode()
        + content
        for name, (called, content) in files.items()
    ]
    head = f"--{mark}\r\nContent-Disposition: form-data; ".encode()
    body = b"".join(head + part + b"\r\n" for part in parts) + f"--{mark}--\r\n".encode()
    return body, f"multipart/form-data; boundary={mark}"
