"""What is uploaded of an old website, and which columns take the place of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.agencies.tables.reading import MOST_BYTES, Rows, UnreadableTable, read_table
from gongkai.paperwork.old_pages import address_of
from gongkai.paperwork.old_pages.places import is_place
from gongkai.publishing.bulk import archive
from gongkai.publishing.bulk.archive import Folder, UnreadableFolder
from gongkai.publishing.column_tree import tree
from gongkai.publishing.forms.batches import BatchForm
from gongkai.publishing.models import Column
from gongkai.publishing.old_site.inventory import inventory_in

STAYS = "-"
"""The choice for an old column whose texts stay behind."""


class OldSiteForm(BatchForm):
    """The folder with its pages, the inventory unless it lies in the folder, and what is known of the site."""

    site = forms.CharField(
        label="旧网站的网址",
        max_length=300,
        help_text="例：http://www.qingshi.gov.cn/；清单里的旧网址可以只写后面的部分",
    )
    place = forms.CharField(
        label="正文在网页的哪个位置",
        required=False,
        max_length=200,
        help_text="写 id 或者 class，例：#zoom、.TRS_Editor；不知道就不填，系统按版面找，拿不准的逐条提示",
    )
    field_order = ("site", "archive", "inventory", "place", "agency")

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, person=person, **options)
        self.fields["archive"].label = "网页和附件"
        self.fields[
            "archive"
        ].help_text = (
            f"旧网站导出的文件夹，压缩成一个 ZIP，不超过 {archive.MOST_BYTES // archive.MIB} MB"
        )
        self.fields["inventory"].required = False
        self.fields["inventory"].help_text = "XLSX 或 CSV；已经放在压缩包里的，不用另外上传"

    def clean_site(self) -> str:
        """The address of the site, whole."""
        found = address_of(self.cleaned_data["site"])
        if found is None:
            raise forms.ValidationError("请写完整的网址，例：http://www.qingshi.gov.cn/")
        return f"http://{found.host}/"

    def clean_place(self) -> str:
        """Where the text stands."""
        words = self.cleaned_data["place"].strip()
        if words and not is_place(words):
            raise forms.ValidationError("只写 id 或者 class，几个用逗号隔开，例：#zoom,.TRS_Editor")
        return words

    def clean_inventory(self) -> tuple[str, Rows] | None:
        """The file's name and its rows; None where it lies in the folder."""
        file = self.cleaned_data["inventory"]
        if file is None:
            return None
        try:
            return file.name, read_table(file.read(MOST_BYTES + 1))
        except UnreadableTable as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """With the inventory out of the folder, where none was uploaded beside it."""
        typed = super().clean()
        if typed.get("inventory") is None and typed.get("archive") and not self.errors:
            typed["inventory"] = self._in_folder(typed["archive"])
        return typed

    def _in_folder(self, upload: Any) -> tuple[str, Rows] | None:
        try:
            with Folder(upload) as folder:
                return inventory_in(folder)
        except UnreadableTable as error:
            self.add_error("inventory", str(error))
        except UnreadableFolder as error:
            self.add_error("archive", str(error))
        return None


class OldColumnsForm(forms.Form):
    """One choice for each column of the old site."""

    def __init__(
        self,
        *args: Any,
        names: Mapping[str, int],
        columns: Iterable[Column],
        settled: Mapping[str, Column | None],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        rows = tree(columns)
        self.columns = {str(branch.column.pk): branch.column for branch in rows}
        choices = [("", "请选择")]
        choices += [(str(row.column.pk), f"{row.indent}{row.column.title}") for row in rows]
        choices.append((STAYS, "不迁入"))
        self.names = {f"column_{at}": name for at, name in enumerate(names)}
        for key, name in self.names.items():
            self.fields[key] = forms.ChoiceField(
                label=name, choices=choices, help_text=f"{names[name]} 条"
            )
            self.initial[key] = _initial(name, settled)

    def chosen(self) -> dict[str, Column | None]:
        """By old column, the one that takes its place."""
        typed = self.cleaned_data
        return {name: self.columns.get(typed[key]) for key, name in self.names.items()}


def _initial(name: str, settled: Mapping[str, Column | None]) -> str:
    if name not in settled:
        return ""
    column = settled[name]
    return str(column.pk) if column else STAYS
