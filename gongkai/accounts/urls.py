"""Addresses of this room. Those of the library that the house does not use are taken by ``moved``."""

from django.urls import path

from gongkai.accounts.views import first_run, oidc, own

app_name = "accounts"
urlpatterns = [
    path("", own.home, name="home"),
    path("first-run/", first_run.first_run, name="first_run"),
    path("email/", own.moved, name="email"),
    path("3rdparty/", own.moved, name="connections"),
    path("oidc/<slug:provider_id>/login/", oidc.start, name="oidc_start"),
    path("oidc/<slug:provider_id>/login/callback/", oidc.back, name="oidc_back"),
    path("permissions/", own.permissions, name="matrix"),
]
