"""What a public document is worth: the signer's page."""

from functools import partial

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.sent import sent
from gongkai.law.validity import VALIDITIES
from gongkai.publishing import actions
from gongkai.publishing.actions.validity import LONGEST_REASON
from gongkai.publishing.models import Item
from gongkai.publishing.views.record import item_of

PAGE = ActPage(
    "修改有效性",
    intro="网站上立即显示新的有效性和说明；文件仍然看得到。被另一份文件废止、修改的，先建立关联，会自动改。",
    help=(
        "废止、修改、失效的文件留在网站上，注明有效性，公众才知道不能再照着办。",
        "例：《补贴办法》试行期满，选“已失效”，写“试行期至 2024 年 12 月 31 日”。",
    ),
)


class ValidityForm(forms.Form):
    """The new value, from which day, and why."""

    to = forms.ChoiceField(label="有效性", choices=[(row.key, row.label) for row in VALIDITIES])
    since = forms.DateField(
        label="自哪一天起",
        help_text="今天或者以前，例：2024-12-31",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label="说明", max_length=LONGEST_REASON, help_text="网站上会显示", widget=forms.TextInput
    )


@requires("publishing.set_validity", on=item_of)
def set_validity(request: HttpRequest, item: Item) -> HttpResponse:
    """修改有效性"""
    start = {"to": item.validity, "since": law_day(request.now)}
    form = ValidityForm(sent(request), initial=start)
    back = reverse("publishing:item", args=(item.pk,))
    act = partial(actions.set_validity, item=item)
    return show_act(request, PAGE, form, act, back=back, of=item.title)
