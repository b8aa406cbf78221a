"""Addresses of the desk's pages about people: not below ``account/``, which stays open to who lacks a second factor."""

from django.urls import path

from gongkai.accounts.views import identities, people, person_acts, rules, succession

app_name = "people"
urlpatterns = [
    path("", people.listed, name="list"),
    path("add/", person_acts.add, name="add"),
    path("sign-in-rules/", rules.edit, name="rules"),
    path("posts/<int:pk>/end/", person_acts.end, name="end_post"),
    path("<int:pk>/", people.show, name="person"),
    path("<int:pk>/edit/", person_acts.edit, name="edit"),
    path("<int:pk>/posts/add/", person_acts.give, name="give_post"),
    path("<int:pk>/link/", person_acts.link, name="link"),
    path("<int:pk>/hand-on/", succession.hand_on, name="hand_on"),
    path("<int:pk>/deactivate/", person_acts.deactivate, name="deactivate"),
    path("<int:pk>/reactivate/", person_acts.reactivate, name="reactivate"),
    path("<int:pk>/second-factor/", person_acts.reset_second_factor, name="second_factor"),
    path("<int:pk>/identities/<slug:provider>/unlink/", identities.unlink, name="unlink_identity"),
    path("<int:pk>/unlock/", person_acts.unlock, name="unlock"),
]
