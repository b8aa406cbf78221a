"""Labour Day of 2019: four days in place of one."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2019,
    title="国务院办公厅关于调整2019年劳动节假期安排的通知",
    number="国办发明电〔2019〕3号",
    issued=date(2019, 3, 22),
    arrangements=(
        Arrangement("劳动节", date(2019, 5, 1), date(2019, 5, 4), make_up_days=(date(2019, 4, 28), date(2019, 5, 5))),
    ),
    amends="国办发明电〔2018〕15号",
)
