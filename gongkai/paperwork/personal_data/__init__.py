"""Finds personal data in text and masks it strictly; what to do about a find (an office's own telephone) is the caller's.

There is no national pattern for masking (facts of practice, §8): patterns and what they leave visible are rows of
``patterns``. Names, illnesses and the like are no patterns and are not found here.
"""

from gongkai.paperwork.personal_data.finding import Found, find, mark_of, mask
from gongkai.paperwork.personal_data.patterns import GRAVE, LABELS, Kind

__all__ = ["GRAVE", "LABELS", "Found", "Kind", "find", "mark_of", "mask"]
