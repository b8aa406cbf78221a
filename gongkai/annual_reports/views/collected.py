"""A folder of collected files: how far its reading is, what became of each file, whose one is, and its original."""

from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from gongkai.annual_reports.actions import collect
from gongkai.annual_reports.collecting.addresses import address_of
from gongkai.annual_reports.collection_forms import OrganForm
from gongkai.annual_reports.models import CollectedBatch, CollectedFile
from gongkai.annual_reports.models.collected import FILE_STATES
from gongkai.annual_reports.views.collection import ACT
from gongkai.annual_reports.views.record import content
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.refusals import Refusal
from gongkai.files.purposes import PURPOSES
from gongkai.paperwork import UnreadableReport
from gongkai.paperwork.cleaning import FILE_KINDS, examine_bounded
from gongkai.paperwork.contract_json import loads
from gongkai.publishing.bulk.archive import LARGE, Folder, UnreadableFolder

PAGE = 50
CHOOSE = ActPage(
    title="选定机关",
    button="选定，收下这份报告",
    help=(
        "系统按报告里写的机关名称认领；名称不在名单里、或者可能是几个机关的，由您选定。系统从不猜测。",
        "例：报告写“青石乡人民政府”，而名单里是“青石镇人民政府”，撤乡设镇的，选青石镇。",
    ),
)


def batch_of(pk: int) -> CollectedBatch:
    """The batch of that number, or 404."""
    return get_object_or_404(CollectedBatch.objects.select_related("collector"), pk=pk)


def file_of(pk: int) -> CollectedFile:
    """The file of that number, or 404."""
    found = CollectedFile.objects.select_related("batch__collector", "organ")
    return get_object_or_404(found, pk=pk)


@requires(ACT, on=batch_of)
def batch(request: HttpRequest, batch: CollectedBatch) -> HttpResponse:
    """How far the reading is, and every file with what became of it."""
    numbers = dict(batch.files.order_by().values_list("state").annotate(Count("pk")))
    asked = request.GET.get("state", "")
    files = batch.files.select_related("organ", "handed_in")
    if asked in numbers:
        files = files.filter(state=asked)
    context = {
        "batch": batch,
        "page": Paginator(files, PAGE).get_page(request.GET.get("page")),
        "counts": [(key, label, numbers[key]) for key, label in FILE_STATES if key in numbers],
        "asked": asked,
        "done": batch.total - numbers.get("waiting", 0),
        "back": address_of(batch.collector, batch.year),
    }
    return render(request, "annual_reports/collected_batch.html", context)


@requires(ACT, on=file_of)
def collected_file(request: HttpRequest, file: CollectedFile) -> HttpResponse:
    """What was read from a file; where it is not certain whose it is, the person chooses."""
    back = reverse("annual_reports:batch", kwargs={"pk": file.batch_id})
    if file.state in {"no_organ", "other_year"}:
        return show_act(
            request,
            CHOOSE,
            lambda data: OrganForm(file, data),
            lambda **kept: collect.choose_organ(file=file, **kept),
            back=back,
            of=file.name,
            template="annual_reports/choose_organ.html",
        )
    value = loads(file.contract) if file.contract else None
    shown = content(value, []) if value else {}
    context = {
        "file": file,
        "back": back,
        "upload": address_of(file.agency, file.batch.year),
        **shown,
    }
    return render(request, "annual_reports/collected_file.html", context)


@requires(ACT, on=file_of)
def collected_original(request: HttpRequest, file: CollectedFile) -> HttpResponse:  # noqa: ARG001  # a view takes it
    """The file as it came; where it holds something that could act, the copy without it."""
    try:
        with (
            default_storage.open(file.batch.storage_key, "rb") as kept,
            Folder(kept, LARGE) as folder,
        ):
            data = folder.read(file.name)
        examined = examine_bounded(data, file.name, PURPOSES["report_source"].kinds)
    except (UnreadableFolder, UnreadableReport, OSError) as error:
        raise Refusal(
            f"这个文件不能安全地打开：{error}", next_step="请向报送机关要一份 Word 或者 PDF"
        ) from error
    answer = HttpResponse(
        examined.public if examined.active else data,
        content_type=FILE_KINDS[examined.kind].content_type,
    )
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=PurePosixPath(file.name).name
    )
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
