"""All addresses: the public site at the root, the officers' desk under ``desk/``, signing in under ``account/``."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
]
