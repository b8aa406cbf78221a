"""What a pattern of digits cannot say: check digits and real dates. Each check takes a value without separators."""

from collections.abc import Callable
from datetime import date

Check = Callable[[str], bool]

# The first two digits of an ID: provinces of GB/T 2260, and 81–83 for residence permits of Hong Kong, Macao and
# Taiwan residents.
PROVINCES = frozenset({
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
    "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
})  # fmt: skip
_ID_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
_ID_CHECK = "10X98765432"  # by the weighted sum modulo 11
_CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def resident_id_check_digit(body: str) -> str:
    """The 18th character for 17 digits: ISO 7064 MOD 11-2, as GB 11643-1999 prescribes it."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _ID_WEIGHTS, strict=True))
    return _ID_CHECK[total % 11]


def is_resident_id(value: str) -> bool:
    """18 characters: region, real date of birth, check digit (GB 11643-1999).

    A first digit 9 is the permanent residence card for foreigners, whose next two digits are the province.
    """
    region = value[1:3] if value[0] == "9" else value[:2]
    return (
        region in PROVINCES
        and _is_date(value[6:14])
        and resident_id_check_digit(value[:17]) == value[17].upper()
    )


def is_old_resident_id(value: str) -> bool:
    """15 digits (GB 11643-1989): region and a real date of birth in 19YY; there was no check digit."""
    return value[:2] in PROVINCES and _is_date(f"19{value[6:12]}")


def is_luhn(value: str) -> bool:
    """The check digit of ISO/IEC 7812 bank card numbers."""
    doubled = (int(digit) * 2 for digit in value[-2::-2])
    total = sum(map(int, value[-1::-2])) + sum(number - 9 * (number > 9) for number in doubled)
    return total % 10 == 0


def is_credit_code(value: str) -> bool:
    """The unified social credit code of organizations (GB 32100-2015): 18 characters, the last by modulo 31.

    The third and fourth are the province of registration, or 10 for the central authorities.
    """
    numbers = [_CREDIT_CODE.find(character) for character in value.upper()]
    if -1 in numbers or value[2:4] not in PROVINCES | {"10"}:
        return False
    total = sum(
        number * weight for number, weight in zip(numbers[:17], _CREDIT_WEIGHTS, strict=True)
    )
    return (31 - total % 31) % 31 == numbers[17]


def has_two_digits(value: str) -> bool:
    """A licence plate's serial holds at least two digits; words in capitals do not."""
    return sum(character.isdigit() for character in value) >= 2


def always(value: str) -> bool:
    """For patterns that say all there is to say."""
    return bool(value)


def _is_date(digits: str) -> bool:
    try:
        date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    except ValueError:
        return False
    return True
