"""The holidays of 2023."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2023,
    title="国务院办公厅关于2023年部分节假日安排的通知",
    number="国办发明电〔2022〕16号",
    issued=date(2022, 12, 8),
    arrangements=(
        Arrangement("元旦", date(2022, 12, 31), date(2023, 1, 2)),
        Arrangement("春节", date(2023, 1, 21), date(2023, 1, 27), make_up_days=(date(2023, 1, 28), date(2023, 1, 29))),
        Arrangement("清明节", date(2023, 4, 5), date(2023, 4, 5)),
        Arrangement("劳动节", date(2023, 4, 29), date(2023, 5, 3), make_up_days=(date(2023, 4, 23), date(2023, 5, 6))),
        Arrangement("端午节", date(2023, 6, 22), date(2023, 6, 24), make_up_days=(date(2023, 6, 25),)),
        Arrangement("中秋节、国庆节", date(2023, 9, 29), date(2023, 10, 6), make_up_days=(date(2023, 10, 7), date(2023, 10, 8))),
    ),
)
