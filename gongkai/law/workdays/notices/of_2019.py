"""The holidays of 2019 as first announced; Labour Day was changed later (``of_2019_labour_day``)."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2019,
    title="国务院办公厅关于2019年部分节假日安排的通知",
    number="国办发明电〔2018〕15号",
    issued=date(2018, 12, 4),
    arrangements=(
        Arrangement("元旦", date(2018, 12, 30), date(2019, 1, 1), make_up_days=(date(2018, 12, 29),)),
        Arrangement("春节", date(2019, 2, 4), date(2019, 2, 10), make_up_days=(date(2019, 2, 2), date(2019, 2, 3))),
        Arrangement("清明节", date(2019, 4, 5), date(2019, 4, 5)),
        Arrangement("劳动节", date(2019, 5, 1), date(2019, 5, 1)),
        Arrangement("端午节", date(2019, 6, 7), date(2019, 6, 7)),
        Arrangement("中秋节", date(2019, 9, 13), date(2019, 9, 13)),
        Arrangement("国庆节", date(2019, 10, 1), date(2019, 10, 7), make_up_days=(date(2019, 9, 29), date(2019, 10, 12))),
    ),
)
