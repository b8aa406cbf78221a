"""What an attacker, a broken browser or a tired clerk sends: query strings, values of fields, bodies, files, arguments of addresses."""

from django.core.files.uploadedfile import SimpleUploadedFile

SCRIPT = "\"'><script>alert(1)</script>"
PLANTED = "<script>alert(1)"
"""What must never stand in a page: the tag as it was sent."""

QUERIES = (
    "q=" + "%E9%95%BF" * 20_000,
    "q=%00&page=%00&sort=%00&state=%00&column=%00&organ=%00&year=%00&form=%00&object=%00&with=%00&file=%00",
    "q=%ED%A0%80%FF&page=%ED%A0%80&organ=%FF&file=%ED%A0%80&form=%ED%A0%80",
    "page=-1&year=-1&with=-1&organ=-1",
    "page=99999999999999999999999&year=9999&with=99999&organ=99999999999999999999&agency=99999999999999999999",
    "page=NaN&year=NaN&organ=NaN&with=NaN",
    "page=%C2%B2&year=%C2%B2%C2%B2%C2%B2%C2%B2&with=%C2%B2&organ=%C2%B2",
    "sort=-__class__&sort=password&order=agency__users__password&state=nowhere&column=nowhere&role=king",
    "q[]=1&q[$ne]=2&page[]=1&state[]=draft&q=1&q=2&page=1&page=2",
    "export=exe&kind=..%2F..%2Fetc%2Fpasswd&file=..%2F..%2Fetc&next=//evil.example/&next=https:evil.example",
    "q=%27%20OR%201%3D1--&organ=1%20OR%201%3D1&since=0000-00-00&until=9999-99-99",
    "q=%22%27%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&where=%3Cscript%3Ealert(1)&agency=%3Cscript%3Ealert(1)&since=%3Cscript%3Ealert(1)",
    "since=1-1-1&until=99999-01-01&q=%E2%80%AE%E2%81%A6",
    "=&&&;=;%&%%%=%zz",
)

VALUES = {
    "empty": "",
    "huge": "长" * 200_000,
    "nul": "甲\0乙",
    "script": SCRIPT,
    "right to left": "\u202e甲\u2066乙\u200f丙",
    "not a number": "NaN",
    "large number": "9" * 30,
    "negative": "-1",
    "power of two": "²",
    "uuid": "6f1c2b0e-9d55-4a64-8f0b-1b6f1f0a7c11",
    "path": "../../../../etc/passwd",
    "formula": "=cmd|' /C calc'!A0",
    "blank signs": "\u3000\u200b\u00a0",
    "long ago": "0001-01-01",
    "far ahead": "9999-12-31",
}

BODIES = (
    ("application/json", b'{"form": "\\ud800", "object": "\\u0000", "base": {}, "body": {"x": ["\\ud800"]}}'),
    ("application/json", b'{"form": "a", "object": "b", "base": "\\ud800", "body": {"\\ud800": []}}'),
    ("application/json", b"[" * 50_000),
    ("text/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nunfinished'),
    ("multipart/form-data; boundary=x; charset=utf-7", b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n+2AA-\r\n--x--\r\n'),
    ("multipart/form-data; boundary=x; charset=base64", b'--x\r\nContent-Disposition: form-data; name="title"\r\n\r\n!!\r\n--x--\r\n'),
    ("application/x-www-form-urlencoded; charset=base64", b"title=a&q=b"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"title=a&q=b"),
    ("application/x-www-form-urlencoded", b"title=%ff%fe%ED%A0%80&_draft=%00+%00&seen_version=%ED%A0%80"),
    ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(1100))),
    ("", b"\x00\x01\x02"),
)  # fmt: skip


def files() -> tuple[SimpleUploadedFile, ...]:
    """Files with path tricks in their names, without content, in a wrong encoding, under a false type."""
    return (
        SimpleUploadedFile("../../../etc/passwd", b"root:x:0:0", "text/plain"),
        SimpleUploadedFile("..\\..\\windows\\<script>alert(1)<.txt", "文字".encode(), "text/html"),
        SimpleUploadedFile("长" * 400 + ".docx", b"PK\x03\x04 broken", "application/zip"),
        SimpleUploadedFile("空.txt", b"", "text/plain"),
        SimpleUploadedFile("乱码.txt", b"\xff\xfe\xfa\x00\x81\x8d" * 50, "text/plain"),
        SimpleUploadedFile(
            "表.csv", "名称,代码\n\udc80".encode("utf-8", "surrogatepass"), "text/csv"
        ),
        SimpleUploadedFile("图.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "image/png"),
        SimpleUploadedFile("报告.pdf", b"%PDF-1.7\n%%EOF", "application/pdf"),
    )


NUMBERS = (0, 2**31, 2**63, 10**40)
WORDS = ("a\0b", "%ED%A0%80", "..%2f..%2fetc", "长" * 300, "<script>alert(1)</script>", "\u202e")
"""For the arguments of addresses."""
