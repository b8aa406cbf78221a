"""The days of the lunar festivals by year, 2019 to 2060: what the calendar of the sky says, not yet days off."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


@dataclass(frozen=True, slots=True)
class Festivals:
    """The lunar festivals of one year: 正月初一, 清明, 五月初五, 八月十五. The lunar year is reckoned at UTC+8."""

    year: int
    spring_festival: date
    tomb_sweeping: date
    dragon_boat: date
    mid_autumn: date
    cite: Cite = Cite("农历的编算和颁行")
    in_force: InForce = InForce(date(2017, 9, 1))


FESTIVALS: tuple[Festivals, ...] = (
    Festivals(2019, date(2019, 2, 5), date(2019, 4, 5), date(2019, 6, 7), date(2019, 9, 13)),
    Festivals(2020, date(2020, 1, 25), date(2020, 4, 4), date(2020, 6, 25), date(2020, 10, 1)),
    Festivals(2021, date(2021, 2, 12), date(2021, 4, 4), date(2021, 6, 14), date(2021, 9, 21)),
    Festivals(2022, date(2022, 2, 1), date(2022, 4, 5), date(2022, 6, 3), date(2022, 9, 10)),
    Festivals(2023, date(2023, 1, 22), date(2023, 4, 5), date(2023, 6, 22), date(2023, 9, 29)),
    Festivals(2024, date(2024, 2, 10), date(2024, 4, 4), date(2024, 6, 10), date(2024, 9, 17)),
    Festivals(2025, date(2025, 1, 29), date(2025, 4, 4), date(2025, 5, 31), date(2025, 10, 6)),
    Festivals(2026, date(2026, 2, 17), date(2026, 4, 5), date(2026, 6, 19), date(2026, 9, 25)),
    Festivals(2027, date(2027, 2, 6), date(2027, 4, 5), date(2027, 6, 9), date(2027, 9, 15)),
    Festivals(2028, date(2028, 1, 26), date(2028, 4, 4), date(2028, 5, 28), date(2028, 10, 3)),
    Festivals(2029, date(2029, 2, 13), date(2029, 4, 4), date(2029, 6, 16), date(2029, 9, 22)),
    Festivals(2030, date(2030, 2, 3), date(2030, 4, 5), date(2030, 6, 5), date(2030, 9, 12)),
    Festivals(2031, date(2031, 1, 23), date(2031, 4, 5), date(2031, 6, 24), date(2031, 10, 1)),
    Festivals(2032, date(2032, 2, 11), date(2032, 4, 4), date(2032, 6, 12), date(2032, 9, 19)),
    Festivals(2033, date(2033, 1, 31), date(2033, 4, 4), date(2033, 6, 1), date(2033, 9, 8)),
    Festivals(2034, date(2034, 2, 19), date(2034, 4, 5), date(2034, 6, 20), date(2034, 9, 27)),
    Festivals(2035, date(2035, 2, 8), date(2035, 4, 5), date(2035, 6, 10), date(2035, 9, 16)),
    Festivals(2036, date(2036, 1, 28), date(2036, 4, 4), date(2036, 5, 30), date(2036, 10, 4)),
    Festivals(2037, date(2037, 2, 15), date(2037, 4, 4), date(2037, 6, 18), date(2037, 9, 24)),
    Festivals(2038, date(2038, 2, 4), date(2038, 4, 5), date(2038, 6, 7), date(2038, 9, 13)),
    Festivals(2039, date(2039, 1, 24), date(2039, 4, 5), date(2039, 5, 27), date(2039, 10, 2)),
    Festivals(2040, date(2040, 2, 12), date(2040, 4, 4), date(2040, 6, 14), date(2040, 9, 20)),
    Festivals(2041, date(2041, 2, 1), date(2041, 4, 4), date(2041, 6, 3), date(2041, 9, 10)),
    Festivals(2042, date(2042, 1, 22), date(2042, 4, 4), date(2042, 6, 22), date(2042, 9, 28)),
    Festivals(2043, date(2043, 2, 10), date(2043, 4, 5), date(2043, 6, 11), date(2043, 9, 17)),
    Festivals(2044, date(2044, 1, 30), date(2044, 4, 4), date(2044, 5, 31), date(2044, 10, 5)),
    Festivals(2045, date(2045, 2, 17), date(2045, 4, 4), date(2045, 6, 19), date(2045, 9, 25)),
    Festivals(2046, date(2046, 2, 6), date(2046, 4, 4), date(2046, 6, 8), date(2046, 9, 15)),
    Festivals(2047, date(2047, 1, 26), date(2047, 4, 5), date(2047, 5, 29), date(2047, 10, 4)),
    Festivals(2048, date(2048, 2, 14), date(2048, 4, 4), date(2048, 6, 15), date(2048, 9, 22)),
    Festivals(2049, date(2049, 2, 2), date(2049, 4, 4), date(2049, 6, 4), date(2049, 9, 11)),
    Festivals(2050, date(2050, 1, 23), date(2050, 4, 4), date(2050, 6, 23), date(2050, 9, 30)),
    Festivals(2051, date(2051, 2, 11), date(2051, 4, 5), date(2051, 6, 13), date(2051, 9, 19)),
    Festivals(2052, date(2052, 2, 1), date(2052, 4, 4), date(2052, 6, 1), date(2052, 9, 7)),
    Festivals(2053, date(2053, 2, 19), date(2053, 4, 4), date(2053, 6, 20), date(2053, 9, 26)),
    Festivals(2054, date(2054, 2, 8), date(2054, 4, 4), date(2054, 6, 10), date(2054, 9, 16)),
    Festivals(2055, date(2055, 1, 28), date(2055, 4, 5), date(2055, 5, 30), date(2055, 10, 5)),
    Festivals(2056, date(2056, 2, 15), date(2056, 4, 4), date(2056, 6, 17), date(2056, 9, 24)),
    Festivals(2057, date(2057, 2, 4), date(2057, 4, 4), date(2057, 6, 6), date(2057, 9, 13)),
    Festivals(2058, date(2058, 1, 24), date(2058, 4, 4), date(2058, 6, 25), date(2058, 10, 2)),
    Festivals(2059, date(2059, 2, 12), date(2059, 4, 5), date(2059, 6, 14), date(2059, 9, 21)),
    Festivals(2060, date(2060, 2, 2), date(2060, 4, 4), date(2060, 6, 3), date(2060, 9, 9)),
)
