"""The holidays of 2021."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2021,
    title="国务院办公厅关于2021年部分节假日安排的通知",
    number="国办发明电〔2020〕27号",
    issued=date(2020, 11, 25),
    arrangements=(
        Arrangement("元旦", date(2021, 1, 1), date(2021, 1, 3)),
        Arrangement("春节", date(2021, 2, 11), date(2021, 2, 17), make_up_days=(date(2021, 2, 7), date(2021, 2, 20))),
        Arrangement("清明节", date(2021, 4, 3), date(2021, 4, 5)),
        Arrangement("劳动节", date(2021, 5, 1), date(2021, 5, 5), make_up_days=(date(2021, 4, 25), date(2021, 5, 8))),
        Arrangement("端午节", date(2021, 6, 12), date(2021, 6, 14)),
        Arrangement("中秋节", date(2021, 9, 19), date(2021, 9, 21), make_up_days=(date(2021, 9, 18),)),
        Arrangement("国庆节", date(2021, 10, 1), date(2021, 10, 7), make_up_days=(date(2021, 9, 26), date(2021, 10, 9))),
    ),
)
