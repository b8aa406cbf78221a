"""TABLE of the kinds of letter: what each is called, whom it goes to, on which article it rests.

Not here: what they say (``progress``, ``replies``, ``third_parties``, ``corrections``) and which decision needs which
(``gongkai.law.outcomes``).
"""

from gongkai.law.citation import Cite
from gongkai.law.letters.letter import FEES, Letter

LETTERS: tuple[Letter, ...] = (
    # While a request is being worked on
    Letter("receipt", "政府信息公开申请登记回执", "applicant", Cite("条例", 31)),
    Letter("clarification", "政府信息公开申请补正告知书", "applicant", Cite("条例", 30)),
    Letter("extension", "政府信息公开申请延期答复告知书", "applicant", Cite("条例", 33, 2)),
    Letter("reasons_demand", "政府信息公开申请说明理由告知书", "applicant", Cite("条例", 35)),
    Letter("delay", "政府信息公开申请延迟答复告知书", "applicant", Cite("条例", 35)),
    Letter("consultation_notice", "政府信息公开申请征求意见告知书（致申请人）", "applicant", Cite("条例", 33, 3)),
    Letter("fee_notice", "政府信息公开信息处理费收费通知书", "applicant", Cite("信息处理费办法", 6), FEES),
    # Asking others
    Letter("third_party_consultation", "第三方意见征询书", "third_party", Cite("条例", 32)),
    Letter("third_party_slip", "第三方意见反馈函（由第三方填写）", "third_party", Cite("条例", 32), official=False),
    Letter("joint_organ_consultation", "征求意见函（致共同制作机关）", "organ", Cite("条例", 34)),
    Letter("other_organ_consultation", "征求意见函（致其他机关）", "organ", Cite("条例", 33, 3)),
    Letter("assistance", "协助查找政府信息的函", "organ", Cite("条例", 11, 1)),
    Letter("transfer", "政府信息公开申请转送函", "organ", Cite("条例", 36, None, 5)),
    # Decisions
    Letter("grant", "政府信息公开申请答复书（予以公开）", "applicant", Cite("条例", 36), remedies=True),
    Letter("partial_grant", "政府信息公开申请答复书（部分公开）", "applicant", Cite("条例", 37), remedies=True),
    Letter("refusal", "政府信息不予公开告知书", "applicant", Cite("条例", 36, None, 3), remedies=True),
    Letter("special_procedure", "依照有关法律、行政法规办理告知书", "applicant", Cite("条例", 36, None, 7), remedies=True),
    Letter("nonexistence", "政府信息不存在告知书", "applicant", Cite("条例", 36, None, 4), remedies=True),
    Letter("not_responsible", "非本机关负责公开告知书", "applicant", Cite("条例", 36, None, 5), remedies=True),
    Letter("cannot_provide", "政府信息无法提供告知书", "applicant", Cite("条例", 38), remedies=True),
    Letter("not_processed", "政府信息公开申请不予处理告知书", "applicant", Cite("条例", 36), remedies=True),
    Letter("lapse", "政府信息公开申请视为放弃、不再处理告知书", "applicant", Cite("条例", 30), remedies=True),
    Letter("closing", "政府信息公开申请办结告知书", "applicant", Cite("条例", 45), remedies=True),
    Letter("disclosure_notice", "依申请公开告知书（致第三方）", "third_party", Cite("条例", 32), remedies=True),
    # Correction of records
    Letter("correction", "政府信息更正告知书", "applicant", Cite("条例", 41)),
    Letter("correction_refusal", "政府信息不予更正告知书", "applicant", Cite("条例", 41), remedies=True),
    Letter("correction_elsewhere", "政府信息更正申请告知书（向有权机关提出）", "applicant", Cite("条例", 41), remedies=True),
    Letter("correction_transfer", "政府信息更正申请转送函", "organ", Cite("条例", 41)),
    Letter("correction_transfer_notice", "政府信息更正申请转送告知书（致申请人）", "applicant", Cite("条例", 41)),
)

_BY_KEY = {row.key: row for row in LETTERS}


def letter(key: str) -> Letter:
    """The kind of that key; raises KeyError."""
    return _BY_KEY[key]
