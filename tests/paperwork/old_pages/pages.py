"""Pages of old websites as their makers left them: text in tables and boxes, with the site around it. Invented, nobody's page."""

AT = "http://www.qingshi.gov.cn/zwgk/tzgg/201903/t20190306_12.html"
"""The address of each of them."""
SAID = "各村（居）委会：为做好春耕生产工作，现将有关事项通知如下。各村要在三月底前备好种子、化肥。"
MENU = '<ul><li><a href="/1">通知公告</a></li><li><a href="/2">政策文件</a></li><li><a href="/3">办事指南</a></li></ul>'
FOOT = "版权所有：青石镇人民政府　地址：青石镇政府路1号。电话：见公开指南。备案号：苏ICP备1号 网站标识码：3200000001"
FACTS = """<table class="xxgk"><tr><td>索 引 号：</td><td>QS001/2019-0001</td><td>主题分类：</td><td>农业、林业、水利</td></tr>
<tr><td>发布机构：</td><td>青石镇人民政府</td><td>成文日期：</td><td>2019-03-05</td></tr>
<tr><td>文　　号：</td><td>青政〔2019〕3号</td><td>发布日期：</td><td>2019年3月6日</td></tr></table>"""
WORD = """<div class="art"><p class=MsoNormal style="text-indent:2em"><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal><span style='font-family:仿宋'>各村（居）<b>委会</b>：<o:p></o:p></span></p>
　　为做好春耕生产工作，现将有关事项通知如下。<br>　　一、抓好备耕。各村要在三月底前备好种子、化肥。<br><br>　　二、加强指导。见<a href="t2.html">去年的通知</a>和<a href="../files/a.doc">附件1</a>。
<p align=center><img src="images/tu.jpg" alt="图片1"></p>
<table border=1><tr><td>村</td><td>亩数</td></tr><tr><td><p>东村</p></td><td>200</td></tr></table>
<![if !supportLists]><font><div align=right>青石镇人民政府</div></font><![endif]><div align=right>2019年3月5日</div></div>"""
LAYOUT = f"""<html><head><title>关于做好春耕的通知_青石镇人民政府</title>
<meta name="articletitle" content="关于做好春耕的通知"><meta name="PubDate" content="2019-03-06 10:00">
<meta name="ContentSource" content="党政办"><meta name="ColumnName" content="通知公告"></head>
<body><form id="form1"><div class="header"><a href="/">首页</a><a href="/a">政务</a></div>
<table width="100%"><tr><td width="200">{MENU}</td>
<td><div class="position">您现在的位置：<a href="/">首页</a> &gt; <a href="/2">通知公告</a></div>
{FACTS}<h1>关于做好春耕的通知</h1><div class="info">发布时间：2019-03-06　来源：党政办　浏览次数：33　【字体：大 中 小】</div>
{WORD}<div class="share">分享到：<a>微信</a></div><p>上一篇：<a href="9">没有了</a></p></td></tr></table>
<div>{FOOT}</div></form></body></html>"""
"""All of it in one table inside one form, as old sites are made."""


def page(body: str, head: str = "") -> bytes:
    """A page with this body."""
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def boxed(text: str, **names: str) -> str:
    """Text in a box between a menu and a foot."""
    named = " ".join(f'{name.strip("_")}="{value}"' for name, value in names.items())
    return f'<div class="top"><a href="/">首页</a></div><div class="side">{MENU}</div><div {named}>{text}</div><div class="bottom">{FOOT}</div>'
