"""Charts drawn as SVG on the server out of plain numbers: bars, grouped bars and lines, each with title and description.

Colours come from classes of the ``chart`` block, so that dark scheme and print follow. Not here: what a figure means.
"""

from gongkai.common.charts.bars import Bar, Group, bars, grouped_bars
from gongkai.common.charts.lines import Series, lines

__all__ = ["Bar", "Group", "Series", "bars", "grouped_bars", "lines"]
