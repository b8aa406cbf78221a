"""A bar inside a row of a table, beside the number it draws; without words, since the number stands there."""

from django.utils.safestring import SafeString, mark_safe

from gongkai.common.charts.drawing import coordinate
from gongkai.common.charts.lettering import Number

LONG, HIGH = 100, 12


def in_row(value: Number, most: Number) -> SafeString:
    """A bar as long as the value is of ``most``; nothing where there is no value."""
    width = 0.0
    if value is not None and most is not None and most > 0:
        width = max(0.0, min(1.0, float(value) / float(most))) * LONG
    drawn = f'<rect class="chart__bar" x="0" y="0" width="{coordinate(width)}" height="{HIGH}"/>'
    frame = f'viewBox="0 0 {LONG} {HIGH}" preserveAspectRatio="none" aria-hidden="true"'
    return mark_safe(f'<svg class="chart__in-row" {frame}>{drawn}</svg>')  # noqa: S308 — numbers alone
