"""Addresses of the desk itself."""

from django.urls import path

from gongkai.desk.views import home, notices, outbox, subscriptions

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", home.search, name="search"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read_all, name="read_all"),
    path("notices/<int:pk>/", notices.read, name="read"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("outbox/<int:pk>/", outbox.retry, name="retry"),
    path("subscriptions/", subscriptions.subscriptions, name="subscriptions"),
    path("subscriptions/stop/", subscriptions.stop, name="stop_subscriptions"),
]
