"""Live Q&A that an organ held in a year, counted from ``participation``. Reads only."""

from collections.abc import Mapping
from datetime import date

from gongkai.agencies.models import Agency
from gongkai.annual_reports.counts import Count
from gongkai.law.annual_report import Figure
from gongkai.law.citation import Cite
from gongkai.participation.interview_queries import answered_in, held_in

GROUP = "公众参与"


def read(agency: Agency, year: int, last: date) -> Mapping[str, Figure]:
    """How many were held, and how many questions were answered in them and afterwards."""
    return {
        "interviews": held_in(agency, year, last).count(),
        "interview_answers": answered_in(agency, year, last).count(),
    }


PAGE = "interviews:interviews"
BASIS = Cite("条例", 23)
HELD = "本年举行的在线访谈，以开始之日为准；取消的不计"
ANSWERED = "本年首次答复的在线访谈提问，现场和访谈以后的都计"
COUNTS = (
    Count("interviews", "在线访谈", GROUP, HELD, BASIS, "次", read, held_in, PAGE),
    Count("interview_answers", "在线访谈答复", GROUP, ANSWERED, BASIS, "个", read, answered_in, PAGE),
)  # fmt: skip
