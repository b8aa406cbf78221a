"""What treating a file of one kind gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Treated:
    """The public copy, sentences for the person who submits it, and whether active content was taken out."""

    public: bytes
    warnings: tuple[str, ...] = ()
    active: bool = False
