"""Addresses of consultations on the desk."""

from django.urls import path

from gongkai.participation.views import comments, hearings, lists, planning, record

app_name = "participation"

urlpatterns = [
    path("", lists.consultation_list, name="list"),
    path("plan/", planning.plan, name="plan"),
    path("rules/", planning.rules, name="rules"),
    path("rules/<int:pk>/", planning.rules_of, name="rules_of"),
    path("<int:pk>/", record.record, name="consultation"),
    path("<int:pk>/change/", planning.change, name="change"),
    path("<int:pk>/drop/", planning.drop, name="drop"),
    path("<int:pk>/extend/", planning.extend, name="extend"),
    path("<int:pk>/end-early/", planning.end_early, name="end_early"),
    path("<int:pk>/decide/", planning.decide, name="decide"),
    path("<int:pk>/leave-undecided/", planning.leave_undecided, name="leave_undecided"),
    path("<int:pk>/comments/add/", comments.type_in, name="type_in"),
    path("comments/<int:pk>/show/", comments.show, name="show"),
    path("comments/<int:pk>/hide/", comments.hide, name="hide"),
    path("comments/<int:pk>/person/", comments.read_person, name="read_person"),
    path("comments/<int:pk>/scan/", comments.read_scan, name="read_scan"),
    path("<int:pk>/points/add/", comments.add_point, name="add_point"),
    path("points/<int:pk>/change/", comments.change_point, name="change_point"),
    path("points/<int:pk>/remove/", comments.remove_point, name="remove_point"),
    path("<int:pk>/outcome/", comments.draft_outcome, name="draft_outcome"),
    path("<int:pk>/hearings/add/", hearings.plan_hearing, name="plan_hearing"),
    path("hearings/<int:pk>/change/", hearings.change_hearing, name="change_hearing"),
    path("hearings/<int:pk>/participants/add/", hearings.add_participant, name="add_participant"),
    path("hearings/<int:pk>/list/", hearings.list_participants, name="list_participants"),
    path("participants/<int:pk>/papers/", hearings.deliver_papers, name="deliver_papers"),
    path("participants/<int:pk>/person/", hearings.read_participant, name="read_participant"),
]
