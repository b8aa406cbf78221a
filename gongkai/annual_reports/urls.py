"""Addresses of annual reports on the desk."""

from django.urls import path

from gongkai.annual_reports.steps import STEP_PAGES
from gongkai.annual_reports.views import (
    collected,
    collection,
    comparing,
    comparison,
    compiling,
    deadlines,
    editor,
    handed_in,
    lists,
    populations,
    promises,
    record,
    returns,
    rollup,
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
    path("collect/", collection.collection, name="collection"),
    path("collect/remind/", collection.remind, name="remind"),
    path("collect/accept-sound/", collection.accept_sound, name="accept_sound"),
    path("collect/batches/<int:pk>/", collected.batch, name="batch"),
    path("collect/files/<int:pk>/", collected.collected_file, name="collected_file"),
    path(
        "collect/files/<int:pk>/original", collected.collected_original, name="collected_original"
    ),
    path("collect/handed-in/<int:pk>/", handed_in.handed_in, name="handed_in"),
    path("collect/handed-in/<int:pk>/accept/", handed_in.accept, name="accept"),
    path("collect/handed-in/<int:pk>/return/", handed_in.send_back, name="return_report"),
    path(
        "collect/handed-in/<int:pk>/letter.<str:kind>",
        handed_in.return_letter,
        name="return_letter",
    ),
    path("collect/sum/", rollup.rollup, name="rollup"),
    path("collect/sum/<str:cell>/", rollup.rollup_cell, name="rollup_cell"),
    path("comparison/", comparing.comparison, name="comparison"),
    path("comparison/<str:kind>/", comparing.comparison_file, name="comparison_file"),
    path("populations/", populations.population_list, name="populations"),
    path("populations/import/", populations.upload, name="import_populations"),
    path("populations/confirm/", populations.confirm, name="confirm_populations"),
    path("populations/template.csv", populations.template, name="populations_template"),
    path("<int:pk>/", record.record, name="report"),
    path("<int:pk>/preview.pdf", versions.preview, name="preview"),
    path("<int:pk>/versions/<int:number>/", versions.version, name="version"),
    path("<int:pk>/versions/<int:number>/<str:kind>", versions.download, name="download"),
    *(path(f"<int:pk>/{page.address}/", step_view(page), name=page.key) for page in STEP_PAGES),
    path("<int:pk>/edit/", editor.edit, name="edit"),
    path("<int:pk>/promises/", promises.promises, name="promises"),
    path("<int:pk>/promises/mark/", promises.mark, name="mark_promise"),
    path("promises/<int:pk>/answer/", promises.answer, name="answer_promise"),
    path("promises/<int:pk>/drop/", promises.drop, name="drop_promise"),
    path("<int:pk>/import/", sources.import_page, name="import"),
    path("<int:pk>/import/<str:token>/<int:number>.png", sources.source_page, name="source_page"),
    path("<int:pk>/compare/", comparison.compare, name="compare"),
]
