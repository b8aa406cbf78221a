"""What is uploaded for a batch: the folder as a ZIP and the inventory."""

from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.reading import MOST_BYTES, UnreadableTable, read_table
from gongkai.publishing.bulk import archive
from gongkai.publishing.queries import drafting_agencies


class BatchForm(forms.Form):
    """The two files; for whom is asked only where the person drafts for several organs."""

    inventory = forms.FileField(
        label="清单",
        help_text="XLSX 或 CSV（UTF-8 或 GB18030），不超过 2 MB",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    archive = forms.FileField(
        label="文件夹",
        help_text=f"把文件夹压缩成一个 ZIP，不超过 {archive.MOST_BYTES // archive.MIB} MB",
        widget=forms.FileInput(attrs={"accept": ".zip"}),
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="替哪个机关起草", empty_label=None, required=False
    )

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, **options)
        agencies = drafting_agencies(person)
        self.fields["agency"].queryset = agencies
        self.fields["agency"].label_from_instance = lambda row: row.name
        self.only = agencies.first() if agencies.count() == 1 else None
        if self.only:
            self.fields["agency"].widget = forms.HiddenInput()
            self.initial["agency"] = self.only.pk

    def clean_inventory(self) -> tuple[str, list[list[str]]]:
        """The file's name and its rows."""
        file = self.cleaned_data["inventory"]
        try:
            return file.name, read_table(file.read(MOST_BYTES + 1))
        except UnreadableTable as error:
            raise forms.ValidationError(str(error)) from error

    def clean_agency(self) -> Agency:
        """The organ chosen, or the only one there is."""
        chosen = self.cleaned_data["agency"] or self.only
        if chosen is None:
            raise forms.ValidationError("请选择替哪个机关起草")
        return chosen
