"""Addresses of this room."""

from django.urls import path

from gongkai.agencies.views import desk, exchange

app_name = "agencies"
urlpatterns = [
    path("", desk.tree, name="tree"),
    path("import/", exchange.upload, name="import"),
    path("import/confirm/", exchange.confirm, name="confirm_import"),
    path("export.csv", exchange.export_csv, name="export_csv"),
    path("export.xlsx", exchange.export_xlsx, name="export_xlsx"),
    path("departments/<int:pk>/rename/", desk.rename_department, name="rename_department"),
    path("departments/<int:pk>/close/", desk.close_department, name="close_department"),
    path("<int:pk>/", desk.show, name="organ"),
    path("<int:pk>/create/", desk.create, name="create"),
    path("<int:pk>/rename/", desk.rename, name="rename"),
    path("<int:pk>/move/", desk.move, name="move"),
    path("<int:pk>/close/", desk.close, name="close"),
    path("<int:pk>/reopen/", desk.reopen, name="reopen"),
    path("<int:pk>/facts/", desk.facts, name="facts"),
    path("<int:pk>/contact/", desk.contact, name="contact"),
    path("<int:pk>/letters/", desk.letter_facts, name="letter_facts"),
    path("<int:pk>/site/", desk.identity, name="identity"),
    path("<int:pk>/departments/add/", desk.add_department, name="add_department"),
]
