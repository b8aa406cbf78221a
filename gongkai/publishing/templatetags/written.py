"""How a cleaned text is shown: its tables in frames that scroll by themselves, so that no phone has to scroll the page."""

from django import template

from gongkai.paperwork.html_blocks import blocks, source
from gongkai.publishing.pictures import address

register = template.Library()


@register.filter
def picture_address(token: str) -> str:
    """Where a stored picture is shown."""
    return address(token)


@register.filter
def framed(body: str) -> str:
    """The text with a frame round each of its tables; not marked as safe, which the page does."""
    if "<table" not in body:
        return body
    shown, tables = [], 0
    for block in blocks(body):
        part = source(block)
        if block.tag == "table":
            tables += 1
            part = f'<div class="table-frame" role="region" tabindex="0" aria-label="正文的表 {tables}">{part}</div>'
        shown.append(part)
    return "".join(shown)


@register.filter
def placed(body: str) -> str:
    """The same with an address for each block, by which a finding of the checks leads to it."""
    shown, tables = [], 0
    for number, block in enumerate(blocks(body), 1):
        if block.tag == "table":
            tables += 1
            shown.append(
                f'<div class="table-frame" id="block-{number}" role="region" tabindex="0" aria-label="正文的表 {tables}">'
                f"{source(block)}</div>"
            )
        else:
            block.set("id", f"block-{number}")
            shown.append(source(block))
    return "\n".join(shown)
