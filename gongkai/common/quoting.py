"""Articles that pages and forms quote, taken from the tables of the law as they stand today; templates say {% cite %} for it."""

import re
from datetime import date

from django.utils.functional import lazy

from gongkai.common.clock import current, law_day
from gongkai.law.duties import DUTIES, duty
from gongkai.law.periods import period as period_on

_DUTY_KEYS = frozenset(row.key for row in DUTIES)
_QUOTED = re.compile(r"\{([a-z_]+)\}")


def cite(key: str) -> str:
    """《条例》第十七条: the article of a duty, or of a period. An unknown key raises."""
    row = duty(key, _today()) if key in _DUTY_KEYS else period_on(key, _today())
    return str(row.cite)


def period(key: str) -> str:
    """20个工作日, or 每年1月31日前: the length of a period."""
    return str(period_on(key, _today()).length)


def _today() -> date:
    return law_day(current())


def _quoting(text: str) -> str:
    return _QUOTED.sub(lambda found: cite(found[1]), text)


quoting = lazy(_quoting, str)
"""“公开之前审查（{review}）” with the article in its place, looked up each time it is shown: for help texts and labels."""
