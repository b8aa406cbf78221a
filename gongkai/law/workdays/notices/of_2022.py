"""The holidays of 2022."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2022,
    title="国务院办公厅关于2022年部分节假日安排的通知",
    number="国办发明电〔2021〕11号",
    issued=date(2021, 10, 25),
    arrangements=(
        Arrangement("元旦", date(2022, 1, 1), date(2022, 1, 3)),
        Arrangement("春节", date(2022, 1, 31), date(2022, 2, 6), make_up_days=(date(2022, 1, 29), date(2022, 1, 30))),
        Arrangement("清明节", date(2022, 4, 3), date(2022, 4, 5), make_up_days=(date(2022, 4, 2),)),
        Arrangement("劳动节", date(2022, 4, 30), date(2022, 5, 4), make_up_days=(date(2022, 4, 24), date(2022, 5, 7))),
        Arrangement("端午节", date(2022, 6, 3), date(2022, 6, 5)),
        Arrangement("中秋节", date(2022, 9, 10), date(2022, 9, 12)),
        Arrangement("国庆节", date(2022, 10, 1), date(2022, 10, 7), make_up_days=(date(2022, 10, 8), date(2022, 10, 9))),
    ),
)
