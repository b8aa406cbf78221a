"""The holidays of 2025, the first year with thirteen public holidays."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2025,
    title="国务院办公厅关于2025年部分节假日安排的通知",
    number="国办发明电〔2024〕12号",
    issued=date(2024, 11, 12),
    arrangements=(
        Arrangement("元旦", date(2025, 1, 1), date(2025, 1, 1)),
        Arrangement("春节", date(2025, 1, 28), date(2025, 2, 4), make_up_days=(date(2025, 1, 26), date(2025, 2, 8))),
        Arrangement("清明节", date(2025, 4, 4), date(2025, 4, 6)),
        Arrangement("劳动节", date(2025, 5, 1), date(2025, 5, 5), make_up_days=(date(2025, 4, 27),)),
        Arrangement("端午节", date(2025, 5, 31), date(2025, 6, 2)),
        Arrangement("国庆节、中秋节", date(2025, 10, 1), date(2025, 10, 8), make_up_days=(date(2025, 9, 28), date(2025, 10, 11))),
    ),
)
