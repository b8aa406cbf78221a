"""Addresses of this room."""

from django.urls import path

from gongkai.common.drafts.views import drafts

urlpatterns = [path("", drafts, name="drafts")]
