"""Charts drawn as SVG on the server out of plain numbers: bars, grouped and stacked bars and lines, with title and description.

Colours come from classes of the ``chart`` block, so that dark scheme and print follow. Not here: what a figure means.
"""

from gongkai.common.charts.bars import Bar, Group, bars, grouped_bars
from gongkai.common.charts.in_row import in_row
from gongkai.common.charts.lines import Series, lines
from gongkai.common.charts.stacked import Part, Stack, stacked_bars

__all__ = [
    "Bar",
    "Group",
    "Part",
    "Series",
    "Stack",
    "bars",
    "grouped_bars",
    "in_row",
    "lines",
    "stacked_bars",
]
