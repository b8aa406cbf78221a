"""查看提问人留下的姓名、联系方式；每次查看都留痕"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.common.permissions import require
from gongkai.participation.actions.interview_questions import subject_of
from gongkai.participation.models import Question


@transaction.atomic
def read_asker(*, question: Question, by: User, now: datetime) -> dict[str, str]:
    """Name and contact, as far as they were given; the journal says who read them."""
    permit = require(by, "participation.read_asker", question.interview.agency)
    if not question.sealed:
        return {}
    return personal.reveal(
        subject_of(question),
        question.sealed,
        on=question,
        by=permit,
        at=now,
        organ=question.interview.agency.code,
    )
