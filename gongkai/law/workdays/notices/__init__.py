"""The holiday notices of the State Council, one file each; the newest is added here and nowhere else."""

from gongkai.law.workdays.notice import HolidayNotice
from gongkai.law.workdays.notices import (
    of_2019,
    of_2019_labour_day,
    of_2020,
    of_2020_spring_festival,
    of_2021,
    of_2022,
    of_2023,
    of_2024,
    of_2025,
    of_2026,
)

NOTICES: tuple[HolidayNotice, ...] = (
    of_2019.NOTICE,
    of_2019_labour_day.NOTICE,
    of_2020.NOTICE,
    of_2020_spring_festival.NOTICE,
    of_2021.NOTICE,
    of_2022.NOTICE,
    of_2023.NOTICE,
    of_2024.NOTICE,
    of_2025.NOTICE,
    of_2026.NOTICE,
)
