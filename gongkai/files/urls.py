"""Addresses of this room."""

from django.urls import path

from gongkai.files.views import desk

app_name = "files"
urlpatterns = [path("<str:token>/", desk.download, name="download")]
