"""The forms of a page, as a browser would send them: every field with what stands in it, hidden ones too."""

from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import html

WORDS = {"text", "search", "email", "tel", "url", "number", "date", "textarea"}
"""Fields in which a person types, and finds again what was typed."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that posts: where to, the kind of each field, and what each holds."""

    address: str
    kinds: dict[str, str]
    values: dict[str, list[str]]

    @property
    def typed(self) -> list[str]:
        """The fields in which a person types."""
        return [name for name, kind in self.kinds.items() if kind in WORDS]

    @property
    def files(self) -> list[str]:
        """The fields for files."""
        return [name for name, kind in self.kinds.items() if kind == "file"]

    def filled(self, **changes: object) -> dict[str, object]:
        """What is sent, with some fields changed; files only where they are given."""
        kept = {name: self.values[name] for name in self.kinds if self.kinds[name] != "file"}
        return {**kept, **changes}


def forms_of(page: str, address: str) -> list[Form]:
    """The forms of a page that post."""
    tree = html.fromstring(page.replace("\0", "") or "<html></html>")
    return [
        form_of(form, address)
        for form in tree.iter("form")
        if (form.get("method") or "get").lower() == "post"
    ]


def form_of(form: html.FormElement, address: str) -> Form:
    """One form."""
    kinds: dict[str, str] = {}
    values: dict[str, list[str]] = {}
    for field in form.iter("input", "textarea", "select", "button"):
        name = field.get("name")
        if not name or name == "csrfmiddlewaretoken":
            continue
        kind = field.tag if field.tag != "input" else (field.get("type") or "text").lower()
        kinds.setdefault(name, kind)
        values.setdefault(name, []).extend(value_of(field, kind))
    return Form(urljoin(address, form.get("action") or address), kinds, values)


def value_of(field: html.HtmlElement, kind: str) -> list[str]:
    """What the field sends."""
    if kind in {"checkbox", "radio"}:
        return [field.get("value", "on")] if field.get("checked") is not None else []
    if kind == "textarea":
        return [field.text_content().removeprefix("\n")]
    if kind == "select":
        chosen = field.xpath(".//option[@selected]") or field.xpath(".//option")[:1]
        return [option.get("value", option.text_content()) for option in chosen]
    return [] if kind in {"file", "button"} else [field.get("value", "")]
