"""Addresses of this room."""

from django.urls import path

from gongkai.audit.views import desk

app_name = "audit"
urlpatterns = [
    path("", desk.journal, name="journal"),
    path("<int:pk>/", desk.entry, name="entry"),
]
