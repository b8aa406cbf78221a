"""The holidays of 2020 as first announced; the Spring Festival was extended later (``of_2020_spring_festival``)."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2020,
    title="国务院办公厅关于2020年部分节假日安排的通知",
    number="国办发明电〔2019〕16号",
    issued=date(2019, 11, 21),
    arrangements=(
        Arrangement("元旦", date(2020, 1, 1), date(2020, 1, 1)),
        Arrangement("春节", date(2020, 1, 24), date(2020, 1, 30), make_up_days=(date(2020, 1, 19), date(2020, 2, 1))),
        Arrangement("清明节", date(2020, 4, 4), date(2020, 4, 6)),
        Arrangement("劳动节", date(2020, 5, 1), date(2020, 5, 5), make_up_days=(date(2020, 4, 26), date(2020, 5, 9))),
        Arrangement("端午节", date(2020, 6, 25), date(2020, 6, 27), make_up_days=(date(2020, 6, 28),)),
        Arrangement("国庆节、中秋节", date(2020, 10, 1), date(2020, 10, 8), make_up_days=(date(2020, 9, 27), date(2020, 10, 10))),
    ),
)
