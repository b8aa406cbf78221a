"""The officer of the measurement: makes a live Q&A in its installation, then answers one question for each line that comes in."""

import json
import sys
import time
from datetime import timedelta

import django

from gongkai.config.framework import choose_settings


def main() -> None:
    """Say the number of the live Q&A; then, for each line, the change of an answer and the moment of its commit."""
    choose_settings()
    django.setup()
    from gongkai.common.clock import current
    from gongkai.participation.actions.interview_course import start
    from gongkai.participation.actions.interview_planning import plan_interview
    from gongkai.participation.actions.interview_questions import ask
    from gongkai.participation.actions.interview_saying import answer
    from gongkai.participation.models import Interview, Question
    from gongkai.publishing.actions.set_up_columns import national_column
    from tests.participation.interviews import plan, signed
    from tests.people import make_cast
    from tests.website.released import make_main

    cast, now = make_cast(), current()
    make_main(cast.town)
    times = {"collect_from": now, "starts_at": now + timedelta(minutes=1), "ends_at": now + timedelta(hours=2)}  # fmt: skip
    column = national_column(cast.town, "content")
    made = plan_interview(column=column, plan=plan(**times), by=cast.clerk, now=now)
    signed(cast, made.item, now)
    version = Interview.objects.get(pk=made.pk).version
    made = start(interview=made, seen_version=version, by=cast.clerk, now=current())
    guest = made.guests.first()
    print(json.dumps({"number": made.pk, "changes": made.changes}), flush=True)
    for number, _ in enumerate(sys.stdin, start=1):
        asked = ask(interview=made, text=f"第{number}个问题：医保缴多少？" * 4, now=current())
        words = f"第{number}个回答：每人每年四百元，分档缴纳。" * 12
        answer(question=asked, guest=guest, text=words, seen_version=asked.version, by=cast.clerk, now=current())  # fmt: skip
        at = time.time()
        change = Question.objects.values_list("change", flat=True).get(pk=asked.pk)
        print(json.dumps({"change": change, "at": at}), flush=True)


if __name__ == "__main__":
    main()
