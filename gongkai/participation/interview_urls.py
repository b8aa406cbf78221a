"""Addresses of live Q&A on the desk."""

from django.urls import path

from gongkai.participation.views import interview_console as console
from gongkai.participation.views import interview_course as course
from gongkai.participation.views import interviews

app_name = "interviews"

urlpatterns = [
    path("", interviews.interviews, name="interviews"),
    path("new/", interviews.new, name="new"),
    path("rules/<int:pk>/", interviews.rules, name="rules"),
    path("<int:pk>/", console.console, name="console"),
    path("<int:pk>/change/", interviews.change, name="change"),
    path("<int:pk>/guests/add/", course.guest, name="guest"),
    path("<int:pk>/start/", course.start, name="start"),
    path("<int:pk>/end/", course.end, name="end"),
    path("<int:pk>/postpone/", course.postpone, name="postpone"),
    path("<int:pk>/cancel/", course.cancel, name="cancel"),
    path("<int:pk>/say/", console.host_says, name="say"),
    path("<int:pk>/questions/add/", course.enter, name="enter"),
    path("<int:pk>/transcript/", course.transcript, name="transcript"),
    path("questions/<int:pk>/show/", console.show, name="show"),
    path("questions/<int:pk>/hide/", console.hide, name="hide"),
    path("questions/<int:pk>/answer/", console.give_answer, name="answer"),
    path("questions/<int:pk>/asker/", console.asker, name="asker"),
    path("said/<int:pk>/correct/", console.correct_words, name="correct"),
]
