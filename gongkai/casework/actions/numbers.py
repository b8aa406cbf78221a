"""编号、发文字号：每年每类一个序列，号码给出后不再用于别的；作废的写明原因"""

from datetime import datetime
from string import Formatter

from gongkai.agencies.models import Agency
from gongkai.casework.models import CaseNumber, CaseRules, CaseSerial
from gongkai.casework.models.rules import LETTER_PATTERNS, NUMBER_PATTERN
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite

REGISTER = Cite("条例", 45)
LONGEST = 80
_PARTS = {"organ", "year", "serial"}


def next_number(
    agency: Agency, permit: Permit, now: datetime, series: str = "request"
) -> CaseNumber:
    """The next number of the year and series, given in the caller's transaction: one that is rolled back leaves no gap."""
    year = law_day(now).year
    serial, pattern = _locked(agency, year, series), pattern_of(agency, series)
    while True:
        serial.last += 1
        number = written(pattern, agency, year, serial.last)
        if not CaseNumber.objects.filter(agency=agency, number=number).exists():
            break
    return _given(serial, number, permit, now)


def typed_number(agency: Agency, number: str, permit: Permit, now: datetime) -> CaseNumber:
    """A number that an officer took from elsewhere, kept with the others so that no two letters have the same. Refusal for one in use."""
    serial = _locked(agency, law_day(now).year, "typed")
    if CaseNumber.objects.filter(agency=agency, number=number).exists():
        raise Refusal(
            f"“{number}”已经用过",
            cite=REGISTER,
            next_step="改用别的文号，或者空着，由系统编号",
        )
    serial.last += 1
    return _given(serial, number, permit, now)


def pattern_of(agency: Agency, series: str) -> str:
    """How numbers of a series are written at an organ."""
    rules = CaseRules.objects.filter(agency=agency).first()
    if series == "request":
        return rules.number_pattern if rules else NUMBER_PATTERN
    own = rules.letter_patterns.get(series, "") if rules else ""
    return own or LETTER_PATTERNS[series]


def _locked(agency: Agency, year: int, series: str) -> CaseSerial:
    """The serial, locked until the transaction ends: whoever wants the next number waits."""
    row = {"agency": agency, "year": year, "series": series}
    CaseSerial.objects.get_or_create(**row)
    return CaseSerial.objects.select_for_update().get(**row)


def _given(serial: CaseSerial, number: str, permit: Permit, now: datetime) -> CaseNumber:
    serial.save()
    return CaseNumber.objects.create(
        agency=serial.agency,
        year=serial.year,
        series=serial.series,
        serial=serial.last,
        number=number,
        given_at=now,
        given_by=permit.actor_name,
    )


def written(pattern: str, agency: Agency, year: int, serial: int) -> str:
    """A pattern filled in. Refusal for one without year or serial, with an unknown part, or too long."""
    try:
        parts = {name for _, name, spec, change in Formatter().parse(pattern) if name is not None}
        plain = all(not spec and not change for _, _, spec, change in Formatter().parse(pattern))
    except ValueError:
        parts, plain = set(), False
    if not plain or not {"year", "serial"} <= parts <= _PARTS:
        raise Refusal("编号的写法里要有 {year} 和 {serial}，还可以有 {organ}", cite=REGISTER)
    number = pattern.format(organ=agency.short_name or agency.name, year=year, serial=serial)
    if len(number) > LONGEST or not number.isprintable():
        raise Refusal(f"照这样写，编号会超过 {LONGEST} 个字或者有看不见的字符", cite=REGISTER)
    return number
