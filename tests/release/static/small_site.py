"""A site of three kinds of page, drawn in a line or two: for tests of what is released when, not of how pages look."""

from collections.abc import Iterator

from gongkai.release.models import PublicDocument, Withdrawal
from gongkai.release.static import registry
from gongkai.release.static.registry import Change, Drawn, PageKind, Root

HTML = "text/html; charset=utf-8"


def sites(_now) -> list[Root]:
    first = PublicDocument.objects.order_by("agency").values_list("agency", flat=True).first()
    return [Root(first or 0, "0000", "/")]


def drawn(address: str, *, elder: bool | None, now) -> Drawn:
    mode = "elder" if elder else "plain"
    if address == "/":
        links = "".join(f"<a href='/{row.path}'>{row.title}</a>" for row in documents())
        return page(f"{mode} home {links}")
    if address == "/feed.xml":
        named = " ".join(f"/{row.path}" for row in documents())
        return Drawn(200, "application/atom+xml", f"<feed>{named}</feed>".encode())
    return item(int(address.strip("/").split("/")[-1]), mode)


def item(number: int, mode: str) -> Drawn:
    if row := documents().filter(item_id=number).first():
        ties = [tie["title"] for tie in row.links]
        return page(f"{mode} {row.title} {row.body} {ties}")
    if note := Withdrawal.objects.filter(item_id=number).first():
        return Drawn(410, HTML, f"<html>{note.note}</html>".encode())
    return Drawn(404, HTML, b"<html>nothing</html>")


def page(text: str) -> Drawn:
    return Drawn(200, HTML, f"<html>{text}</html>".encode())


def documents():
    return PublicDocument.objects.order_by("-published_at", "-item_id")


def items(_root: Root) -> Iterator[str]:
    for model in (PublicDocument, Withdrawal):
        yield from (f"/items/{pk}/" for pk in model.objects.values_list("item_id", flat=True))


def of_change(root: Root, change: Change) -> list[str]:
    return [f"/{path}" for agency, path in change.pages if agency == root.agency]


KINDS = (
    PageKind("items", items, of_change, stage=0),
    PageKind("feed", lambda _: iter(["/feed.xml"]), lambda *_: ["/feed.xml"], stage=1),
    PageKind("home", lambda _: iter(["/"]), lambda *_: ["/"], stage=3, with_the_day=True),
)


def offer(monkeypatch, frame="frame") -> None:
    """Have this site drawn in place of the real one."""
    monkeypatch.setattr(registry, "_KINDS", {kind.key: kind for kind in KINDS})
    monkeypatch.setattr(registry, "_OFFERED", {})
    registry.offer_site(roots=sites, drawer=drawn, frame=lambda *_: frame)
