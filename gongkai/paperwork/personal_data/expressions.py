"""The regular expressions behind ``patterns``. They are matched on folded text, ignoring case.

Every repetition is bounded, so a text is searched in time proportional to its length. The group ``value`` is the find
where that is less than the match; the group ``kept`` is what stays visible of it.
"""

_FROM, _TO = r"(?<![0-9])(?<![0-9]\.)", r"(?![0-9])"  # digits end here, letters may touch
_ALONE, _ALONE_TO = r"(?<![0-9A-Z])", r"(?![0-9A-Z])"
_S = r"[ -]?"  # one separator, as people group digits
_IS = r"[号码为是]{0,3} {0,2}:? {0,2}"  # between a label and its value

RESIDENT_ID = (
    rf"{_FROM}(?P<kept>[1-9][0-9]{{2}}{_S}[0-9]{{3}})"
    rf"{_S}[0-9]{{4}}{_S}[0-9]{{4}}{_S}[0-9]{{3}}[0-9X]{_TO}"
)
OLD_RESIDENT_ID = rf"{_ALONE}(?P<kept>[1-9][0-9]{{5}})[0-9]{{9}}{_ALONE_TO}"
LABELLED_RESIDENT_ID = (
    rf"身份证件?{_IS}(?P<value>(?P<kept>[1-9][0-9]{{5}})(?:[0-9]{{11}}[0-9X]|[0-9]{{9}})){_TO}"
)

EMAIL = (
    r"(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{1,64}+(?:@|\(at\)|\[at\])"
    r"[A-Z0-9-]{1,63}+(?:\.[A-Z0-9-]{1,63}+){1,4}+"
)

MOBILE = rf"{_FROM}(?:(?:\+|00)?86{_S})?1[3-9][0-9](?:{_S}[0-9]{{4}}){{2}}{_TO}"
LANDLINE = (
    rf"{_FROM}(?:\((?=0[0-9]{{2,3}}\)))?(?P<kept>0(?:10|2[0-9]|[3-9][0-9]{{2}}))\)?"
    rf"{_S}[2-9][0-9]{{2,3}}{_S}[0-9]{{4}}(?:[-转][0-9]{{1,5}})?{_TO}"
)
LABELLED_LANDLINE = rf"(?:电话|座机|传真){_IS}(?P<value>[2-9][0-9]{{2,3}}{_S}[0-9]{{4}}){_TO}"

_ISSUER = r"(?=6[0289]|4|5[1-5]|35|81|9[458])"


def bank_card(length: int) -> str:
    """A card number of 16 to 19 digits: in one piece, in fours, or six and the rest."""
    rest = rf"{_S}[0-9]{{{length - 16}}}" if length > 16 else ""
    fours = rf"[0-9]{{4}}(?:{_S}[0-9]{{4}}){{3}}{rest}"
    return rf"{_FROM}{_ISSUER}(?:{fours}|[0-9]{{6}}[ -][0-9]{{{length - 6}}}){_TO}"


LABELLED_ACCOUNT = (
    rf"(?:账号|帐号|账户|帐户|卡号){_IS}(?P<value>[0-9]{{4}}(?:{_S}[0-9]){{6,21}}+){_TO}"
)

PASSPORT = (
    rf"{_ALONE}(?P<kept>[EGDSP])(?:(?<=E)(?:[A-HJ-NP-Z][0-9]{{7}}|[0-9]{{8}})|(?<=G)[0-9]{{8}}|"
    rf"(?<=[DSP])E[0-9]{{7}}|(?<=[SP])\.[0-9]{{7}}){_ALONE_TO}"
)
LABELLED_PASSPORT = rf"(?:护照|通行证){_IS}(?P<value>[A-Z0-9]{{8,11}}){_ALONE_TO}"

_PLATE = (
    r"(?P<kept>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z])[·•. -]?"
)
_SERIAL = r"[A-HJ-NP-Z0-9]"
LICENCE_PLATE = rf"{_PLATE}{_SERIAL}{{4}}(?:{_SERIAL}|[挂学警港澳]){_ALONE_TO}"
NEW_ENERGY_PLATE = rf"{_PLATE}(?:[A-HJK]{_SERIAL}[0-9]{{4}}|[0-9]{{5}}[A-HJK]){_ALONE_TO}"

_HAN = "\u4e00-\u9fff"
_NO = r"(?:[0-9]{1,5}+(?:-[0-9]{1,4}+)?|[一二三四五六七八九十百零〇]{1,5}+)"
# What follows a house number: building, staircase, floor, flat.
_WITHIN = (
    rf"(?:附?{_NO}(?:号楼|号|栋|幢|座|单元|层|楼|室|户|院|组|房)){{0,6}}+(?:[0-9]{{2,5}}(?![0-9]))?"
)
# Up to here an address is a place that many people share.
_SHARED = "(?:省|市|县|区|旗|州|盟|镇|乡|村|庄|屯|寨|街道|花园|家园|公寓|苑|路|街|巷|弄|胡同|大道)"
_ADDRESS_LABEL = (
    "(?:家庭住址|家庭地址|现住址|现住地|住址|户籍地址|户籍所在地|户籍地|户口所在地|通讯地址|"
    "通信地址|联系地址|收件地址|邮寄地址|居住地址|居住地|住所地)"
)
LABELLED_ADDRESS = (
    rf"{_ADDRESS_LABEL}(?:: {{0,2}}| {{1,3}})(?P<value>(?P<kept>(?>[{_HAN}]{{0,40}}{_SHARED}|))"
    rf"(?:[{_HAN}A-Z()#·-]|[0-9]{{1,5}}+(?![0-9])){{2,40}}+)"
)
STREET_ADDRESS = rf"(?P<kept>路|街|大道|巷|弄|胡同){_NO}号(?![文令线]){_WITHIN}"
VILLAGE_ADDRESS = rf"(?P<kept>村|庄|屯|寨|社区)第?{_NO}(?:组|社|队|号|小组|村民小组){_WITHIN}"
FLAT_ADDRESS = (
    rf"(?P<kept>[{_HAN}]){_NO}(?:栋|幢|号楼|座)(?:{_NO}单元)?"
    rf"(?:{_NO}(?:室|号|户)|[0-9]{{3,4}}(?![0-9]))"
)

_YEAR = r"(?<![0-9])(?:19|20)[0-9]{2} ?+[年./-] ?+"
LABELLED_BIRTH_DATE = (
    rf"(?:出生日期|出生年月日?|出生时间|生日){_IS}"
    rf"(?P<value>{_YEAR}[0-9]{{1,2}}+(?: ?+[月./-] ?+[0-9]{{1,2}}+日?+|月?+)"
    r"|(?:19|20)[0-9]{6}(?![0-9]))"
)
BIRTH_DATE = rf"(?P<value>{_YEAR}[0-9]{{1,2}} ?月 ?[0-9]{{1,2}} ?日)出?生(?![产效成])"

CREDIT_CODE = rf"{_ALONE}[1-9A-HJ-NPQRTUWXY]{{2}}[0-9]{{6}}[0-9A-HJ-NPQRTUWXY]{{10}}{_ALONE_TO}"
AMOUNT = (
    r"(?<![0-9])[0-9]{1,20}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,6})?"
    r"(?:元|万元|亿元|万人|美元|平方|亩|公里|千米|吨|%)"
)
DOCUMENT_NUMBER = r"[〔\[(【](?:19|20)[0-9]{2}[〕\])】]第?[0-9]{1,6}号"
DAY = r"(?<![0-9])(?:19|20)[0-9]{2} ?[年./-] ?[0-9]{1,2} ?[月./-] ?[0-9]{1,2}(?![0-9])"
