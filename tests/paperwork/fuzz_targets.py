"""What is fuzzed: functions that take bytes from anybody. Only UnreadableReport may come out of them.

The seeds are made here, small, so that a change of one byte matters.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import docx

from gongkai.paperwork.personal_data import find, mask
from gongkai.paperwork.reading.doors import read_bytes
from gongkai.paperwork.reading.sniff import sniff
from gongkai.paperwork.word_html.convert import convert

TEXT = """某某镇人民政府2024年政府信息公开工作年度报告
一、总体情况
主动公开信息156条，收到申请3件。
二、主动公开政府信息情况
第二十条第（一）项
信息内容  本年制发件数  本年废止件数  现行有效件数
规章  0  0  0
行政规范性文件  1  0  1（其中修订1件）
第二十条第（八）项
行政事业性收费  251000元
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量  3  0  0  0  0  0  3
二、上年结转政府信息公开申请数量  0  0  0  0  0  0  0
（一）予以公开  2  0  0  0  0  0  2
四、政府信息公开行政复议、行政诉讼情况
0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
五、存在的主要问题及改进情况
六、其他需要报告的事项
2025年1月20日
"""
TABLE = """<html><head><meta charset="utf-8"><title>年度报告</title></head><body><p>二、主动公开政府信息情况</p>
<table><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td>
<td>现行有效件数</td></tr><tr><td>规章</td><td rowspan="2">0</td><td>&nbsp;</td><td><o:p>1</o:p></td></tr></table>
<p>三、收到和处理政府信息公开申请情况</p><table><tr><td>一、本年新收政府信息公开申请数量</td><td>3</td></tr></table></body></html>"""
PERSON = "张三，身份证11010519491231002X，电话138-1234-5678、0516-81234567，住李家村3组，账号：622202020001234567 0"

BODY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Target:
    """``run`` takes what the fuzzer makes of ``seeds``."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Iterable[bytes]]
    longest: int = 16_384  # bytes


@cache
def word_parts() -> dict[str, bytes]:
    """The parts a Word file cannot do without: one heading and one merged table."""
    document = docx.Document()
    document.add_heading("一、总体情况", 1)
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "第二十条第（一）项"
    table.cell(1, 0).text = "规章"
    buffer = io.BytesIO()
    document.save(buffer)
    needed = ("[Content_Types].xml", "_rels/.rels", BODY, "word/_rels/document.xml.rels")
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in needed}


def word_file(body: bytes | None = None) -> bytes:
    """That Word file, or the same around another body."""
    parts = word_parts() | ({} if body is None else {BODY: body})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def word_body() -> bytes:
    """The body of that file, as XML."""
    return word_parts()[BODY]


def pdf_file() -> bytes:
    """A PDF of one line and one ruled cell, without compression, so that its operators can be altered."""
    drawn = (
        b"BT /F1 12 Tf 72 720 Td (1 2 3 report) Tj ET 72 600 200 40 re S 72 620 m 272 620 l S " * 40
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def contract() -> bytes:
    """Contract JSON with a little of everything."""
    report = {
        "contract": "gongkai.annual-report/1",
        "form": "2021",
        "year": 2024,
        "signed_on": "2025-01-20",
        "chapters": {"overview": "总体情况"},
        "outline": ["overview"],
        "proactive": {"administrative_fees_wan_yuan": "25.1"},
        "requests": {
            "received": {"natural_person": 3, "total": 3.5},
            "other_undivided": {"total": None},
        },
        "notes": [{"where": "requests.received.total", "reason": "unreadable", "raw": "三"}],
    }
    return json.dumps(report, ensure_ascii=False).encode()


def mask_whole(data: bytes) -> None:
    """Nothing may be found in what was masked."""
    text = data.decode("utf-8", "replace")
    assert not find(mask(text))


TARGETS = {
    "sniff": Target(
        sniff, lambda: (TEXT.encode("gb18030"), TABLE.encode("utf-16"), word_file(), pdf_file())
    ),
    "text": Target(
        read_bytes,
        lambda: (TEXT.encode(), TEXT.encode("gb18030"), TEXT.replace("  ", "\n").encode()),
    ),
    "html": Target(read_bytes, lambda: (TABLE.encode(), TABLE.encode("gb18030"))),
    "docx": Target(lambda data: read_bytes(word_file(data)), lambda: (word_body(),)),
    "zip": Target(read_bytes, lambda: (word_file(),), longest=65_536),
    "pdf": Target(read_bytes, lambda: (pdf_file(),)),
    "json": Target(
        read_bytes, lambda: (contract(), b'{"contract": "gongkai.annual-report/1"}'), longest=65_536
    ),
    "word_html": Target(lambda data: convert(word_file(data)), lambda: (word_body(),)),
    "personal_data": Target(mask_whole, lambda: (PERSON.encode(), TEXT.encode()), longest=2_048),
}
