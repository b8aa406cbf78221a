"""Shape of what is filled in on the pages of the collection. Whether it is allowed is decided in ``actions.collect``."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.judging import findings_of, in_words, with_effect
from gongkai.annual_reports.collecting.organs import members
from gongkai.annual_reports.models import CollectedFile, HandedIn
from gongkai.paperwork.contract_json import loads
from gongkai.publishing.bulk.archive import MIB, MOST_BYTES

FIRST_YEAR = 2019
"""Reports before the Regulations of 2019 have another form and are not collected here."""
ACCEPTED = ".zip,.docx,.pdf,.html,.htm,.txt,.md,.json"


class SeveralFiles(forms.FileField):
    """One file or many."""

    class Input(forms.FileInput):
        """The browser's own field, for more than one."""

        allow_multiple_selected = True

    widget = Input

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Every file as a form takes one."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFiles, self).clean(one, initial) for one in given or [None]]


class TakeForm(forms.Form):
    """Files of a year's reports, for one of the governments that the person collects for."""

    year = forms.TypedChoiceField(label="报告年度", coerce=int)
    collector = forms.ModelChoiceField(Agency.objects.none(), label="收集机关", empty_label=None)
    files = SeveralFiles(
        label="年报文件",
        help_text=f"一个 ZIP，或者一次选几个文件（Word、PDF、网页、文本），一共不超过 {MOST_BYTES // MIB} MB",
        widget=SeveralFiles.Input(attrs={"accept": ACCEPTED}),
    )

    def __init__(
        self, organs: Any, years: list[int], data: Any = None, files: Any = None, **more: Any
    ) -> None:
        super().__init__(data, files, **more)
        self.fields["collector"].queryset = organs
        self.fields["collector"].label_from_instance = lambda row: row.name
        self.fields["year"].choices = [(year, f"{year}年") for year in years]
        if len(organs) == 1:
            self.fields["collector"].widget = forms.HiddenInput()


class YearForm(forms.Form):
    """Which year of which government an act is about."""

    year = forms.TypedChoiceField(coerce=int)
    collector = forms.ModelChoiceField(Agency.objects.none())

    def __init__(self, organs: Any, years: list[int], data: Any = None) -> None:
        super().__init__(data)
        self.fields["collector"].queryset = organs
        self.fields["year"].choices = [(year, year) for year in years]


class AcceptForm(forms.Form):
    """The acceptance: every warning is acknowledged; what was sent back needs a word why."""

    def __init__(self, handed_in: HandedIn, data: Any = None) -> None:
        super().__init__(data)
        found = with_effect(findings_of(handed_in), "acknowledge")
        if found:
            self.fields["acknowledged"] = forms.MultipleChoiceField(
                label="以下提醒，看过后确认无误的请逐条勾选",
                choices=[(one.fingerprint, f"{one.message}（{one.cite}）") for one in found],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        if handed_in.state == "sent_back":
            self.fields["remark"] = forms.CharField(
                label="退回后又接收的理由",
                max_length=1000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="如：电话核实，数字无误",
            )


class ReturnForm(forms.Form):
    """What the office adds when it sends a report back to the findings, which ``lines`` holds in words."""

    remark = forms.CharField(
        label="您的意见",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="系统核对出的差错和提醒会逐条附在后面，不用再抄；可以写要求何时重新报送",
    )

    def __init__(self, handed_in: HandedIn, data: Any = None) -> None:
        super().__init__(data)
        self.lines = in_words(findings_of(handed_in)).splitlines()
        self.fields["remark"].required = not self.lines


class OrganForm(forms.Form):
    """Whose report a file is; ``read`` is what stands in it."""

    organ = forms.ModelChoiceField(
        Agency.objects.none(), label="这是哪个机关的报告", empty_label="请选择"
    )

    def __init__(self, file: CollectedFile, data: Any = None) -> None:
        super().__init__(data)
        self.file, self.read = file, loads(file.contract)
        collector = file.batch.collector
        ids = [member.agency.pk for member in members(collector, file.batch.year)]
        field = self.fields["organ"]
        field.queryset = Agency.objects.filter(pk__in=[collector.pk, *ids])
        field.label_from_instance = lambda row: (
            f"{row.name}（只是本机关）" if row == collector else row.name
        )
        likely = [file.organ_id] if file.organ_id else list(file.candidates)
        if len(likely) == 1:
            field.initial = likely[0]
