"""The last day of a consultation and of its outcome, worked out for the record with the reasons. Reads only."""

from datetime import date

from gongkai.agencies.models import Agency
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.public_consultations import OUTCOME_RULE, Ends, ends, outcome_due
from gongkai.law.workdays import CalendarNotPublished, provisional_calendar
from gongkai.participation.models import Consultation, ConsultationRules


def ends_of(kind: str, opened: date, days: int) -> Ends | None:
    """The last day with its reasons; None where no rule or calendar is known for the day of opening."""
    try:
        return ends(kind, opened, days, provisional_calendar())
    except (NoRuleInForce, CalendarNotPublished):
        return None


def preview(consultation: Consultation, today: date) -> Ends | None:
    """The last day as it would be if it opened on its day, or today; of one that is open, as it was opened."""
    opened = consultation.opened_on or consultation.opens_on or today
    return ends_of(consultation.kind, opened, consultation.days)


def own_days(agency: Agency) -> int | None:
    """Within how many days after the end the organ publishes outcomes; None where it set nothing."""
    rules = ConsultationRules.objects.filter(agency=agency)
    return rules.values_list("outcome_days", flat=True).first()


def due_of(consultation: Consultation, own: int | None) -> date | None:
    """The last day for the outcome; None before the consultation was opened."""
    closed = consultation.closed_on or consultation.closes_on
    return outcome_due(closed, own) if closed else None


def rule_in_words(own: int | None) -> str:
    """Whose rule the day of the outcome is."""
    if own is not None:
        return f"本机关规定截止后 {own} 日内公布结果；法律没有规定这一期限"
    return f"法律没有规定公布结果的期限；本机关没有另定，按截止后{OUTCOME_RULE.length}内公布"
