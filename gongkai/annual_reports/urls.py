"""Addresses of annual reports on the desk."""

from django.urls import path

from gongkai.annual_reports.steps import STEP_PAGES
from gongkai.annual_reports.views import (
    comparison,
    deadlines,
    editor,
    lists,
    record,
    sources,
    versions,
)
from gongkai.annual_reports.views.step import step_view

app_name = "annual_reports"
urlpatterns = [
    path("", lists.report_list, name="list"),
    path("start/", lists.start, name="start"),
    path("deadlines/", deadlines.deadlines, name="deadlines"),
    path("<int:pk>/", record.record, name="report"),
    path("<int:pk>/preview.pdf", versions.preview, name="preview"),
    path("<int:pk>/versions/<int:number>/", versions.version, name="version"),
    path("<int:pk>/versions/<int:number>/<str:kind>", versions.download, name="download"),
    *(path(f"<int:pk>/{page.address}/", step_view(page), name=page.key) for page in STEP_PAGES),
    path("<int:pk>/edit/", editor.edit, name="edit"),
    path("<int:pk>/import/", sources.import_page, name="import"),
    path("<int:pk>/import/<str:token>/<int:number>.png", sources.source_page, name="source_page"),
    path("<int:pk>/compare/", comparison.compare, name="compare"),
]
