"""Cases with their numbers, applicants, events, notices, services, consultations, replies, fees and remedies."""

from gongkai.casework.models.applicant import Applicant, CaseFile
from gongkai.casework.models.case import Case, CasePerson
from gongkai.casework.models.consultation import Consultation
from gongkai.casework.models.decision import Decision, DecisionPart
from gongkai.casework.models.delivery import Delivery, DeliveryFile, ReplyFile
from gongkai.casework.models.dossier import Dossier
from gongkai.casework.models.event import CaseEvent, DueMove, Receipt
from gongkai.casework.models.letter import Letter, LetterTemplate
from gongkai.casework.models.moves import MovesSeen
from gongkai.casework.models.notice import CaseNotice, FeeDemand, Payment, Service
from gongkai.casework.models.online import CaseCode, DraftFile, RequestDraft
from gongkai.casework.models.redaction import RedactionBox, RedactionSheet
from gongkai.casework.models.remedy import CaseItem, CaseMark, Remedy
from gongkai.casework.models.rules import CalendarMark, CaseNumber, CaseRules, CaseSerial
from gongkai.casework.models.telling import Telling

__all__ = [
    "Applicant",
    "CalendarMark",
    "Case",
    "CaseCode",
    "CaseEvent",
    "CaseFile",
    "CaseItem",
    "CaseMark",
    "CaseNotice",
    "CaseNumber",
    "CasePerson",
    "CaseRules",
    "CaseSerial",
    "Consultation",
    "Decision",
    "DecisionPart",
    "Delivery",
    "DeliveryFile",
    "Dossier",
    "DraftFile",
    "DueMove",
    "FeeDemand",
    "Letter",
    "LetterTemplate",
    "MovesSeen",
    "Payment",
    "Receipt",
    "RedactionBox",
    "RedactionSheet",
    "Remedy",
    "ReplyFile",
    "RequestDraft",
    "Service",
    "Telling",
]
