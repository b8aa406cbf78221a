"""The holidays of 2024. The eve of the Spring Festival (9 February) is only recommended as leave: it is a working day."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2024,
    title="国务院办公厅关于2024年部分节假日安排的通知",
    number="国办发明电〔2023〕7号",
    issued=date(2023, 10, 25),
    arrangements=(
        Arrangement("元旦", date(2024, 1, 1), date(2024, 1, 1)),
        Arrangement("春节", date(2024, 2, 10), date(2024, 2, 17), make_up_days=(date(2024, 2, 4), date(2024, 2, 18))),
        Arrangement("清明节", date(2024, 4, 4), date(2024, 4, 6), make_up_days=(date(2024, 4, 7),)),
        Arrangement("劳动节", date(2024, 5, 1), date(2024, 5, 5), make_up_days=(date(2024, 4, 28), date(2024, 5, 11))),
        Arrangement("端午节", date(2024, 6, 10), date(2024, 6, 10)),
        Arrangement("中秋节", date(2024, 9, 15), date(2024, 9, 17), make_up_days=(date(2024, 9, 14),)),
        Arrangement("国庆节", date(2024, 10, 1), date(2024, 10, 7), make_up_days=(date(2024, 9, 29), date(2024, 10, 12))),
    ),
)
