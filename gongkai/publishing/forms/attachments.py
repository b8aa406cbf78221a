"""What people type about files and ties of an item, and how its index number is written."""

from typing import Any

from django import forms

from gongkai.publishing.models import Item
from gongkai.publishing.models.link import KINDS

MOST_CHOICES = 200


class AttachForm(forms.Form):
    """A file for a draft."""

    file = forms.FileField(label="文件", help_text="Word、Excel、PDF、图片等，一个最大 50 MB")
    title = forms.CharField(
        label="显示的名称", required=False, max_length=120, help_text="不填就用文件名"
    )
    original = forms.BooleanField(label="这是原稿，只留存，不公开", required=False)


class LinkForm(forms.Form):
    """A tie to another item of the organ, found by words of its title or by its number."""

    kind = forms.ChoiceField(label="这条信息", choices=KINDS)
    target = forms.ModelChoiceField(Item.objects.none(), label="哪一条", empty_label="请选择")

    def __init__(self, *args: Any, item: Item, words: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        others = Item.objects.filter(agency_id=item.agency_id, source_type="").exclude(pk=item.pk)
        for word in words.split()[:8]:
            others = others.filter(title__icontains=word)
        chosen = others.order_by("-changed_at")
        self.fields["target"].queryset = chosen if self.is_bound else chosen[:MOST_CHOICES]


class IndexPatternForm(forms.Form):
    """How the index numbers of an organ are written."""

    pattern = forms.CharField(
        label="索引号的写法",
        max_length=80,
        help_text="{organ} 统一社会信用代码，{region} 行政区划代码，{year} 年，{month} 月，{serial:05} 五位流水号",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
