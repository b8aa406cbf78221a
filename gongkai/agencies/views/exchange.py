"""Organs out to a file and in from one: upload, preview with what is wrong in which cell, confirm."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.actions.import_table import import_table
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import check_table
from gongkai.agencies.tables.columns import COLUMNS, REQUIRED
from gongkai.agencies.tables.reading import MOST_BYTES, UnreadableTable, read_table
from gongkai.agencies.tables.writing import as_csv, as_xlsx
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files

SALT, HALF_AN_HOUR = "agencies.import", 30 * 60
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label="表格文件",
        help_text="CSV（UTF-8 或 GB18030）或 XLSX，不超过 2 MB",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> list[list[str]]:
        """The rows of the file."""
        file = self.cleaned_data["file"]
        try:
            return read_table(file.read(MOST_BYTES + 1))
        except UnreadableTable as error:
            raise forms.ValidationError(str(error)) from error


@requires("agencies.import")
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; then see what would happen."""
    form = UploadForm(sent(request), sent_files(request))
    context = {"form": form, "columns": [(name, name in REQUIRED) for name in COLUMNS]}
    right = form.is_valid()
    if right:
        rows = form.cleaned_data["file"]
        checked = check_table(rows, agencies_for(request.user, "agencies.import"))
        context["checked"] = checked
        context["new"] = sum(not line.known for line in checked.lines)
        right = not checked.errors
        if right:
            context["token"] = signing.dumps([request.user.pk, rows], salt=SALT, compress=True)
    status = MISTAKES if form.is_bound and not right else 200
    return render(request, "agencies/import.html", context, status=status)


@requires("agencies.import")
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """Keep what was previewed, all of it or nothing."""
    try:
        person, rows = signing.loads(request.POST.get("token", ""), salt=SALT, max_age=HALF_AN_HOUR)
    except signing.BadSignature as error:
        raise Refusal("预览已经过期", next_step="重新上传文件") from error
    if person != request.user.pk:
        raise Refusal("预览不是您上传的文件", next_step="重新上传文件")
    made = import_table(rows=rows, by=request.user, now=request.now)
    messages.success(request, f"已导入 {len(made)} 个机关")
    return redirect("agencies:tree")


def _mine(request: HttpRequest) -> list[Agency]:
    reach = agencies_for(request.user, "agencies.view")
    return list(Agency.objects.filter(pk__in=reach, until=None).select_related("parent"))


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@requires("agencies.view")
def export_csv(request: HttpRequest) -> HttpResponse:
    """The organs within reach as CSV."""
    return _download(as_csv(_mine(request)), "text/csv; charset=utf-8", "agencies.csv")


@requires("agencies.view")
def export_xlsx(request: HttpRequest) -> HttpResponse:
    """The organs within reach as a workbook."""
    return _download(as_xlsx(_mine(request)), XLSX, "agencies.xlsx")
