"""Papers as townships write them, as clean HTML: one paragraph a line; a line that begins with # is a heading."""

NOTICE = """青石镇人民政府文件
青政[2024]03号
青石镇人民政府
关于印发《青石镇困难群众临时补贴办法（试行）》的通知
各村（居）民委员会，镇直各单位：
现将《青石镇困难群众临时补贴办法（试行）》印发给你们，请认真执行。
本办法自2024年4月1日起施行，有效期3年。《青石镇临时补贴办法》（青政〔2019〕5号）同时废止。
附件：1.青石镇困难群众临时补贴办法（试行）
2.补贴申请表
青石镇人民政府
2024年3月5日
（此件公开发布）
附件1
青石镇困难群众临时补贴办法（试行）
第一条 为做好补贴工作，制定本办法。
2023年1月1日"""

JOINT = """信安县教育局　信安县财政局
关于做好学生资助工作的通知
信教〔2023〕18号
各学校：
请按时发放。本通知自印发之日起施行，有效期至2028年12月31日。
信安县教育局　　　信安县财政局
二〇二三年十一月二十五日
（此件依申请公开）"""


def page(text: str) -> str:
    """The text as clean HTML."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(
        f"<h1>{line[1:].strip()}</h1>" if line.startswith("#") else f"<p>{line}</p>"
        for line in lines
        if line
    )
