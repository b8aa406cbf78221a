"""The holidays of 2026, the newest notice there is."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2026,
    title="国务院办公厅关于2026年部分节假日安排的通知",
    number="国办发明电〔2025〕7号",
    issued=date(2025, 11, 4),
    arrangements=(
        Arrangement("元旦", date(2026, 1, 1), date(2026, 1, 3), make_up_days=(date(2026, 1, 4),)),
        Arrangement("春节", date(2026, 2, 15), date(2026, 2, 23), make_up_days=(date(2026, 2, 14), date(2026, 2, 28))),
        Arrangement("清明节", date(2026, 4, 4), date(2026, 4, 6)),
        Arrangement("劳动节", date(2026, 5, 1), date(2026, 5, 5), make_up_days=(date(2026, 5, 9),)),
        Arrangement("端午节", date(2026, 6, 19), date(2026, 6, 21)),
        Arrangement("中秋节", date(2026, 9, 25), date(2026, 9, 27)),
        Arrangement("国庆节", date(2026, 10, 1), date(2026, 10, 7), make_up_days=(date(2026, 9, 20), date(2026, 10, 10))),
    ),
)
