"""What Word and WPS put on the clipboard, shortened: their styles, conditional comments, lists made of paragraphs, merged cells."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; text-indent:21pt} --></style></head><body lang=ZH-CN style='tab-interval:21pt'>
<!--StartFragment-->
<h1 style='mso-margin-top-alt:17pt'><span style='font-family:黑体'>一、补贴标准<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:21pt'><span style='font-family:仿宋'>标准</span><b><span lang=EN-US>300</span></b><span>元。<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>本人申请<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>2.<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>村里公示<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
 <thead><tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top style='width:150pt'><p class=MsoNormal align=center><b>类别和标准<o:p></o:p></b></p></td>
  <td width=99 rowspan=2 style='width:74pt'><p class=MsoNormal>户数<o:p></o:p></p></td></tr></thead>
 <tr><td width=100><p class=MsoNormal>一类</p></td><td width=100><p class=MsoNormal>300</p></td></tr>
 <tr><td rowspan=2><p class=MsoNormal>二类</p></td><td><p class=MsoNormal>200</p></td><td><p class=MsoNormal>25</p></td></tr>
 <tr><td><p class=MsoNormal>100</p></td><td><p class=MsoNormal>3</p></td></tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="i" style='width:9pt'><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><![if !vml]><img width=60 height=40 src="file:///C:/temp/clip_image001.png" v:shapes="i"><![endif]>图上的话</p>
<p class=MsoNormal><del cite="mailto:x"><span>删去的话</span></del><span class=MsoCommentReference>批注的话</span><span style='mso-hide:all;display:none'>隐藏的话</span><a href="https://www.example.gov.cn/a" style='color:blue'>县政府网站</a><o:p></o:p></p>
<!--EndFragment--></body></html>"""

WPS = """<html><head><meta name="ProgId" content="Word.Document"><style>@page{mso-page-border-surround-header:no;} p.MsoNormal{mso-pagination:none;}</style></head>
<body style="tab-interval:21pt;"><!--StartFragment--><p class="MsoNormal" align="center" style="text-align:center;"><b><span style="mso-spacerun:'yes';font-family:方正小标宋简体;font-size:22.0000pt;"><font face="方正小标宋简体">补贴发放表</font></span></b></p>
<div align="center"><table class="MsoTableGrid" border="1" cellspacing="0" style="border-collapse:collapse;width:426.1000pt;mso-table-layout-alt:fixed;"><tbody>
<tr><td width="189" valign="center" colspan="2" rowspan="2" style="width:142.0500pt;"><p class="MsoNormal"><span style="mso-spacerun:'yes';">村</span></p></td><td width="189" style="width:142pt;"><p class="MsoNormal"><span>户数</span></p></td></tr>
<tr><td width="189"><p class="MsoNormal"><span>12</span></p></td></tr>
<tr><td><p class="MsoNormal"><span>甲</span></p></td><td><p class="MsoNormal"><span>乙</span></p></td><td><p class="MsoNormal"><span>丙</span></p></td></tr>
</tbody></table></div><p class="MsoNormal"><span style="mso-spacerun:'yes';">以上公示七日。</span></p><!--EndFragment--></body></html>"""
