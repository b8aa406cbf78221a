"""What is typed about a case that nobody works on any more, and what erasing takes and leaves."""

from collections.abc import Iterator

from django import forms

from gongkai.casework.forms.course import RefuseForm
from gongkai.casework.incoming import LONGEST
from gongkai.casework.models.applicant import PERSONAL_USES


class EraseForm(RefuseForm):
    """销毁个人信息"""

    title = forms.CharField(
        label="“所需信息”改为",
        max_length=LONGEST,
        help_text="这一句会保留；里面有姓名、住址、电话的，请改掉",
    )
    number = forms.CharField(label="输入这一件的编号，确认销毁", max_length=80)
    field_order = ("title", "reason", "number")

    def prepare(self) -> None:
        """Begin with what the request is called; the number is never filled in."""
        self.initial["title"] = self.subject.title
        self.fields["reason"].help_text = "例：办结满两年，按本机关的规定销毁"
        self.fields["number"].help_text = f"请照着写：{self.subject}"

    def goes(self) -> Iterator[str]:
        """What nobody can read any more, each with how much of it there is."""
        case = self.subject
        yield "申请人的姓名、证件号码、联系方式、地址"
        if case.applicant.has_agent:
            yield "代理人的姓名、证件号码、电话"
        if parties := case.consultations.exclude(sealed={}).count():
            yield f"{parties} 个第三方的名称、联系方式和说明的理由"
        if answers := case.notices.exclude(answer="").count():
            yield f"申请人补正、说明理由的 {answers} 段文字"
        yield "申请的内容描述"
        if letters := case.letters.exclude(sealed={}).count():
            yield f"{letters} 份文书的定稿和印出的文件（上面有姓名、地址）"
        people = case.papers.filter(use__in=PERSONAL_USES)
        if papers := people.exclude(use="letter").count():
            yield f"{papers} 份写有姓名的材料（申请书、身份证明、第三方的意见、送达凭证、复议和诉讼文书等）"

    def stays(self) -> Iterator[str]:
        """What is kept."""
        papers = self.subject.papers.exclude(use__in=PERSONAL_USES).count()
        yield "编号、所需信息、渠道、各个日期和期限的经过"
        yield "答复、告知、征求意见和送达的记录（不是文书本身），复议、诉讼的结果"
        yield "年度报告里的计数，不变"
        if papers:
            yield f"其他 {papers} 份材料（检索记录、提供的信息等）"
        yield "办事留痕：谁在什么时候办了什么；留痕里的个人信息同样不能再看"
