"""Addresses of annual reports on the desk."""

from django.urls import path

from gongkai.annual_reports.steps import STEP_PAGES
from gongkai.annual_reports.views import (
    comparison,
    compiling,
    deadlines,
    editor,
    lists,
    record,
    returns,
    sources,
    versions,
)
from gongkai.annual_reports.views.step import step_view

app_name = "annual_reports"
urlpatterns = [
    path("", lists.report_list, name="list"),
    path("start/", lists.start, name="start"),
    path("deadlines/", deadlines.deadlines, name="deadlines"),
    path("compile/", compiling.compile_page, name="compile"),
    path("compile/<int:agency>/<int:year>/<str:cell>/", compiling.cell_page, name="cell"),
    path("compile/<int:pk>/take/", compiling.take, name="take_compiled"),
    path("returns/", returns.returns, name="returns"),
    path("returns/template.csv", returns.template, name="returns_template"),
    path("returns/of/<int:pk>/enter/", returns.enter, name="enter_return"),
    path("returns/of/<int:pk>/import/", returns.upload, name="import_returns"),
    path("returns/of/<int:pk>/confirm/", returns.confirm, name="confirm_returns"),
    path("returns/<int:pk>/replace/", returns.replace, name="replace_return"),
    path("returns/<int:pk>/strike/", returns.strike, name="strike_return"),
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
