"""Facts of letters to third parties and to other organs, and of those that stand by themselves."""

from datetime import date

from gongkai.casework.clock import clock_of
from gongkai.casework.letters.of_reply import of_reply
from gongkai.casework.letters.of_request import Facts, Source, known, ways_to_answer
from gongkai.casework.models import Consultation, Letter
from gongkai.law.periods import last_day, period
from gongkai.law.workdays import provisional_calendar

CONCERN = "商业秘密、个人隐私等"
SLIP = "第三方意见反馈函"
ANSWERS = {"agrees": "同意公开", "refuses": "不同意公开", "silent": "逾期没有提出意见"}


def of_consultation(source: Source) -> Facts:
    """What is asked of whom, and how to answer."""
    row = source.letter.consultation
    if row is None:
        return {}
    return known(
        {
            "information": " ".join(row.about.split()),
            "concern": CONCERN,
            "reply_way": "；".join(ways_to_answer(source)),
            "answer_by": _answer_by(source.on),
            "consultation_number": _number_of(row),
            "consulted_on": row.asked_on,
            "third_party_opinion": ANSWERS.get(row.answer, ""),
            "enclosures": (SLIP,) if source.letter.kind == "third_party_consultation" else (),
        }
    )


def _answer_by(on: date) -> date:
    """Another organ gets as long as one that made the information jointly, unless the letter says otherwise: no law fixes it."""
    return last_day(period("joint_organ_opinion", on), on, provisional_calendar())


def _number_of(row: Consultation) -> str:
    """The number of the letter that a slip goes with."""
    if row.pk is None:
        return ""
    main = Letter.objects.filter(consultation=row, kind="third_party_consultation")
    found = main.exclude(number=None).exclude(state="void").select_related("number").first()
    return str(found.number) if found else ""


def of_disclosure_notice(source: Source) -> Facts:
    """What a third party is told of what goes out against its will: taken from the reply."""
    if source.letter.kind != "disclosure_notice" or source.letter.decision is None:
        return {}
    reply = of_reply(source)
    return {key: reply[key] for key in ("public_interest", "disclosed") if key in reply}


def of_loose(source: Source) -> Facts:
    """Letters that belong to no act: a receipt, a letter of help, the end of a request that was withdrawn."""
    letter = source.letter
    if letter.kind == "assistance":
        return known(
            {"reply_way": "；".join(ways_to_answer(source)), "answer_by": _answer_by(source.on)}
        )
    if letter.kind != "closing" or letter.decision is not None:
        return {}
    clock = clock_of(source.case)
    ended = clock.closed_by if clock else None
    return known({"withdrawn_on": ended.day if ended else source.case.closed_on})
