"""The Spring Festival of 2020, extended to 2 February against the epidemic: 1 February is no longer worked."""

from datetime import date

from gongkai.law.workdays.notice import Arrangement, HolidayNotice

NOTICE = HolidayNotice(
    year=2020,
    title="国务院办公厅关于延长2020年春节假期的通知",
    number="国办发明电〔2020〕1号",
    issued=date(2020, 1, 26),
    arrangements=(
        Arrangement("春节", date(2020, 1, 24), date(2020, 2, 2), make_up_days=(date(2020, 1, 19),)),
    ),
    amends="国办发明电〔2019〕16号",
    doubt="文号按两份转载核对，另有资料把同一文号记在1月30日的另一通知上；通知只写“延长至2月2日”，起始日和1月19日上班沿用原通知",
)
