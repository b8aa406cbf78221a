"""Each way of writing personal data is found; numbers that are nobody's are not; what is masked stays masked."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from gongkai.paperwork.personal_data import checks, find, finding, mask

BODIES = st.builds(
    "{}{:%Y%m%d}{:03d}".format,
    st.sampled_from(["110105", "320322", "650102", "440524"]),
    st.dates(date(1900, 1, 1), date(2030, 12, 31)),
    st.integers(0, 999),
)
IDS = BODIES.map(lambda body: body + checks.resident_id_check_digit(body))
CARDS = st.text("0123456789", min_size=13, max_size=16).map(
    lambda rest: next(
        f"62{rest}{digit}" for digit in range(10) if checks.is_luhn(f"62{rest}{digit}")
    )
)
MOBILES = st.from_regex(r"\A1[3-9][0-9]{9}\Z")
PIECES = st.one_of(
    IDS, CARDS, MOBILES, st.from_regex(r"\A0516[2-9][0-9]{7}\Z"),
    st.sampled_from(["住址：", "江苏省沛县李家村", "3组12号", "路5号", "三", "苏C12345", "E12345678", "a.b@163.com", "账号", "1380", "，", " ", "-", ":",
                     "护照", "电话", "81234567", "元", "出生日期", "1990年3月7日", "出生", "2024", "〔2024〕3号", "X", "(", ")", "3栋201室", "身份证", "@", "."]),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.text) for found in find(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value", "masked"),
    [
        ("公民身份号码11010519491231002x。", "resident_id", "11010519491231002x", "110105************"),
        ("身份证 110105 19491231 002X", "resident_id", "110105 19491231 002X", "110105************"),
        ("１１０１０５１９４９１２３１００２Ｘ", "resident_id", "１１０１０５１９４９１２３１００２Ｘ", "110105************"),
        ("旧证110105491231002号", "resident_id", "110105491231002", "110105************"),
        ("身份证号码：110105194912310021", "resident_id", "110105194912310021", "110105************"),
        ("手机13812345678，", "mobile", "13812345678", "***********"),
        ("138-1234-5678", "mobile", "138-1234-5678", "***********"),
        ("１３８ １２３４ ５６７８", "mobile", "１３８ １２３４ ５６７８", "***********"),
        ("+86 13812345678", "mobile", "+86 13812345678", "***********"),
        ("Tel13812345678QQ", "mobile", "13812345678", "***********"),
        ("0516-81234567", "landline", "0516-81234567", "0516-********"),
        ("（0516）8123 4567转801", "landline", "（0516）8123 4567转801", "0516-********"),
        ("010-62012345", "landline", "010-62012345", "010-********"),
        ("联系电话：81234567", "landline", "81234567", "********"),
        ("6222 0202 0001 2345 670", "bank_card", "6222 0202 0001 2345 670", "****************"),
        ("4111111111111111", "bank_card", "4111111111111111", "****************"),
        ("账号：3200 1234 5678", "bank_card", "3200 1234 5678", "****************"),
        ("护照E12345678", "passport", "E12345678", "E********"),
        ("EA1234567", "passport", "EA1234567", "E********"),
        ("PE1234567", "passport", "PE1234567", "P********"),
        ("通行证号码：C12345678", "passport", "C12345678", "********"),
        ("邮箱zhang.san@163.com。", "email", "zhang.san@163.com", "***@***"),
        ("ｌｉ＠ｑｑ．ｃｏｍ", "email", "ｌｉ＠ｑｑ．ｃｏｍ", "***@***"),
        ("li(at)qq.com", "email", "li(at)qq.com", "***@***"),
        ("车牌苏C12345", "licence_plate", "苏C12345", "苏C*****"),
        ("苏C·D12345", "licence_plate", "苏C·D12345", "苏C*****"),
        ("京A12345D", "licence_plate", "京A12345D", "京A*****"),
        ("皖L1234学", "licence_plate", "皖L1234学", "皖L*****"),
        ("住址：江苏省沛县龙固镇李家村3组12号，", "address", "江苏省沛县龙固镇李家村3组12号", "江苏省沛县龙固镇李家村***"),
        ("通讯地址：阳光花园3-2-501", "address", "阳光花园3-2-501", "阳光花园***"),
        ("我住在泉山区人民路12号3栋2单元501室。", "address", "泉山区人民路12号3栋2单元501室", "泉山区人民路***"),
        ("沛县龙固镇李家村三组", "address", "沛县龙固镇李家村三组", "沛县龙固镇李家村***"),
        ("出生日期：1990年3月7日，", "birth_date", "1990年3月7日", "****年**月**日"),
        ("出生年月1990.03", "birth_date", "1990.03", "****年**月**日"),
        ("李某，男，1990年3月7日出生", "birth_date", "1990年3月7日", "****年**月**日"),
        ("阳光小区3号楼2单元501", "address", "阳光小区3号楼2单元501", "阳光小区***"),
    ],
)  # fmt: skip
def test_each_way_of_writing_is_found_and_masked(text, kind, value, masked):
    (found,) = find(text)
    assert (found.kind, found.text, found.masked) == (kind, value, masked)
    assert text[found.start : found.end] == value


@pytest.mark.parametrize(
    "text",
    [
        "国办发〔2024〕13812号",
        "国办公开办函〔2021〕30号",
        "2024年12月31日 2024-12-31 20241231",
        "统一社会信用代码91350100M000100Y43",
        "处罚没收13812345678元、251000.00元、160.5964万元",
        "本年新收 12 3 0 0 0 0 15",
        "0.13812345678",
        "共120项，其中第20条第（一）项3件，一带一路2024年",
        "建成安置房12栋、改造道路3号线",
        "受理号202401150001234",
        "江苏省徐州市沛县龙固镇李家村",
        "索引号 014000123/2024-00012",
        "邮编221600",
        "人民路3号文件",
        "ABCDE FGHIJ 苏CABCDE",
        "本办法自2024年12月31日生效，2024年3月7日生产",
    ],
)
def test_numbers_that_are_nobodys_are_left_alone(text):
    assert kinds(text) == []
    assert mask(text) == text


@given(IDS)
def test_a_valid_id_is_found_anywhere(value):
    assert ("resident_id", value) in kinds(f"张三（{value}）申请公开")


@given(IDS, st.integers(0, 16), st.integers(1, 9))
def test_an_id_with_one_altered_digit_is_not_found(value, place, by):
    altered = value[:place] + str((int(value[place]) + by) % 10) + value[place + 1 :]
    assert all(kind != "resident_id" for kind, _ in kinds(f"编号{altered}。"))


@given(CARDS)
def test_a_card_is_found_in_one_piece_and_in_fours(value):
    assume(not checks.is_credit_code(value.ljust(18, "I")))
    fours = " ".join(value[at : at + 4] for at in range(0, len(value), 4))
    assert kinds(f"卡 {value} ") == [("bank_card", value)]
    assert mask(fours) == mask(value)


@given(MOBILES, st.sampled_from(["{}-{}-{}", "{} {} {}", "+86{}{}{}", "86-{}{}{}", "（{}{}{}）"]))
def test_one_number_is_masked_the_same_however_it_is_written(value, written):
    text = written.format(value[:3], value[3:7], value[7:])
    (found,) = find(text)
    assert (found.kind, found.masked) == ("mobile", "***********")


@given(TEXTS)
@example("电话：81234567，或81234567")
@example("泉山区人民路12号阳光花园3栋2单元501室")
def test_nothing_is_found_in_what_was_masked(text):
    assert find(mask(text)) == ()


@given(TEXTS)
def test_masking_twice_changes_nothing(text):
    assert mask(mask(text)) == mask(text)


@given(TEXTS)
def test_finds_stand_in_order_and_do_not_overlap(text):
    found = find(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(
        item.text == text[item.start : item.end] and item.masked != item.text for item in found
    )


def test_a_value_known_by_its_label_is_masked_where_it_stands_alone_too():
    assert (
        mask("账号32001234567890，退至32001234567890")
        == "账号****************，退至****************"
    )
    assert mask("退至32001234567890") == "退至32001234567890"


def test_the_more_certain_of_two_readings_wins():
    assert kinds("13812345678@qq.com") == [("email", "13812345678@qq.com")]
    assert kinds("住址：李家村3组13812345678") == [
        ("address", "李家村3组"),
        ("mobile", "13812345678"),
    ]


def test_two_addresses_side_by_side_are_two_finds():
    assert mask("泉山区人民路12号阳光花园3栋2单元501室") == "泉山区人民路***阳光花园***"


@pytest.mark.parametrize(
    "unit", ["1", "138", "6222", "12-", "路一", "a.", "a@", "住址:村", "(0516)"]
)
def test_a_million_characters_give_few_candidates_to_check(unit, monkeypatch):
    text = unit * (1_000_000 // len(unit))
    checked: list[str] = []
    plain = finding._plain

    def count(value: str) -> str:
        checked.append(value)
        return plain(value)

    monkeypatch.setattr("gongkai.paperwork.personal_data.finding._plain", count)
    find(text)
    assert len(checked) <= len(text) // 2
