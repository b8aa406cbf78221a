"""Addresses of this room."""

from django.urls import path

from gongkai.common.views import elder_mode

urlpatterns = [
    path("elder", elder_mode, name="elder"),
]
