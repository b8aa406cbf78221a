"""Lengths of time as the law states them: a number never stands without its unit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Workdays:
    """Working days (工作日): the official holidays are left out, make-up days counted."""

    number: int

    def __str__(self) -> str:
        return f"{self.number}个工作日"


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Calendar days (日)."""

    number: int

    def __str__(self) -> str:
        return f"{self.number}日"


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """Hours by the clock (小时)."""

    number: int

    def __str__(self) -> str:
        return f"{self.number}小时"


Length = Workdays | Days | Hours
