"""What is looked for on a page: what axe-core finds, what sticks out, in every width, colour and size that readers have."""

from collections.abc import Callable
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from tests.browser import NARROW, SMALLEST, WIDE

SIZE = ("scrollable-region-focusable", "target-size")
COLOUR = ("color-contrast", "link-in-text-block")
"""The rules of axe that can be broken where only the width of a page is another, or only its colours are."""
PAINTED_ANEW = """(judged) => {
  const known = new Set(judged), found = [];
  for (const one of document.querySelectorAll("body *")) {
    if (one.tagName !== "INPUT" && ![...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim().length > 1)) continue;
    if (!one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    const said = [style.color, style.fontSize, style.fontWeight, style.textDecorationLine, getComputedStyle(one.parentElement).color];
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor: colour, backgroundImage: image, opacity } = getComputedStyle(at);
      if (opacity !== "1") said.push(opacity);
      if (image !== "none") said.push(image);
      if (colour !== "rgba(0, 0, 0, 0)") said.push(colour);
      if (colour.startsWith("rgb(")) break;
    }
    const paint = said.join(" ");
    if (known.has(paint)) continue;
    known.add(paint);
    found.push(paint);
    one.dataset.painted = "anew";
  }
  return found;
}"""
"""Marks a text for each new way of painting: by which colours, on which, how large and how bold."""
JUDGED: set[str] = set()
"""The ways of painting whose contrasts this process has found good: it is costly to judge them on every page."""
RUN = "given => axe.run(...given).then(all => all.violations)"
NEW = {"include": [["[data-painted]"]]}


def axe(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds wrong, as sentences: the rule, what it asks for, and where; by the rules ``only``, or by all.

    Contrasts are judged of one text for each way of painting that no page had before. A page that is still coming is awaited.
    """
    page.wait_for_load_state()
    anew = page.evaluate(PAINTED_ANEW, [*JUDGED]) if set(COLOUR) <= set(only or COLOUR) else []
    rest = [rule for rule in only if rule not in COLOUR]
    runs: list[tuple[object, dict[str, object]]] = []
    if rest:
        runs.append((None, {"runOnly": {"type": "rule", "values": rest}}))
    elif not only:
        runs.append((None, {"rules": {rule: {"enabled": False} for rule in COLOUR}}))
    if anew:
        runs.append((NEW, {"runOnly": {"type": "rule", "values": [*COLOUR]}}))
    found = [rule for where, options in runs for rule in ran(page, where, options)]
    if not found:
        JUDGED.update(anew)
    return [
        f"{rule['id']}：{rule['help']} → {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def ran(page: Page, where: object, options: dict[str, object]) -> list[dict[str, Any]]:
    """What axe says of a part of the page, or of all of it."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    options = {"resultTypes": ["violations"], **options}
    return page.evaluate(RUN, [where, options] if where else [options])


TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1)
    .map((one) => `${one.outerHTML.slice(0, 80)} ends at ${Math.round(one.getBoundingClientRect().right)} of ${wide}`);
}"""


def overflow(page: Page) -> list[str]:
    """What sticks out where the page as a whole scrolls sideways; nothing where it does not."""
    return page.evaluate(TOO_WIDE)


AS_ELDER = "on => document.documentElement.classList.toggle('elder', on)"
LOOKS: tuple[
    tuple[str, ViewportSize, Literal["light", "dark"], bool, tuple[str, ...] | None], ...
] = (
    ("1280", WIDE, "light", False, ()),
    ("1280-dark", WIDE, "dark", False, COLOUR),
    ("1280-elder", WIDE, "light", True, None),
    ("390", NARROW, "light", False, SIZE),
    ("320-elder-dark", SMALLEST, "dark", True, COLOUR),
)
"""How a page is looked at: its name, the width, the colours, as elder readers see it, and the rules of axe that this can break,
for larger letters none: what they can break is the width, on phones most on the smallest."""


def unsound(page: Page, shoot: Callable[[Page, str], None], name: str) -> list[str]:
    """What is wrong with the page that is open: on a desktop and on phones, by daylight, in the dark and for elder readers."""
    found = []
    for look, size, scheme, elder, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AS_ELDER, elder)
        shoot(page, f"{name}-{look}")
        if rules is not None:
            found += [f"{look}: {line}" for line in axe(page, only=rules)]
        found += [f"{look}: sticks out: {line}" for line in overflow(page)]
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    page.evaluate(AS_ELDER, False)
    return found
