"""What the frames need of templates: a block's text a second time, parts drawn once for many pages, addresses that keep their
filters, pages of a list.
"""

from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

register = template.Library()
PLACE = "\0"
"""Stands for the page's own address in a part that is kept; no address and no text holds it."""


@register.simple_tag(takes_context=True)
def block_html(context: template.Context, name: str) -> str:
    """What the page says in a block, or "" where it says nothing: one ``title`` serves the window and the heading, and
    a frame leaves out the place that would be empty.
    """
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    rendered = block.render(context) if block else ""
    return rendered if rendered.strip() else ""


@register.simple_tag(takes_context=True)
def part(context: template.Context, name: str, *key: object) -> str:
    """A template of the frame that says the same on all pages of a site with the same ``key``: drawn once for each value of
    ``site`` that keeps ``parts``, else each time. An address that differs by page stands in it as ``{{ this_page }}``.
    """
    kept = getattr(context.get("site"), "parts", None)
    if kept is None or context.get("typed"):
        return context.template.engine.get_template(name).render(context)
    if (name, *key) not in kept:
        with context.push(this_page=PLACE):
            kept[name, *key] = context.template.engine.get_template(name).render(context)
    page = conditional_escape(context.get("this_page", ""))
    return mark_safe(kept[name, *key].replace(PLACE, page))  # noqa: S308  # a template drew it


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: Any) -> str:
    """The query of this page with some values changed, or taken away by None; starts with ``?``."""
    query = context["request"].GET.copy()
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page: Page[Any]) -> list[int | str]:
    """The numbers worth showing: first, last and those beside the present one; gaps are …"""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
