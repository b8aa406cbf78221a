"""Addresses of items on the desk."""

from django.urls import path

from gongkai.publishing.views import (
    acts,
    files_and_links,
    incoming,
    lists,
    pictures,
    record,
    reviews,
    writing,
)

app_name = "publishing"

urlpatterns = [
    path("", lists.items, name="items"),
    path("columns/", lists.columns, name="columns"),
    path("columns/<int:pk>/set-up/", lists.set_up, name="set_up"),
    path("columns/<int:pk>/index-number/", lists.index_pattern, name="index_pattern"),
    path("columns/<int:pk>/steps/", reviews.plan, name="plan"),
    path("columns/of/<int:pk>/steps/", reviews.column_plan, name="column_plan"),
    path("ties/<int:pk>/undo/", files_and_links.unlink, name="unlink"),
    path("new/", writing.new, name="new"),
    path("from-file/", incoming.from_file, name="from_file"),
    path("from-file/create/", incoming.create_from_file, name="create_from_file"),
    path("<int:pk>/", record.record, name="item"),
    path("<int:pk>/edit/", writing.edit, name="edit"),
    path("<int:pk>/word/", writing.from_word, name="from_word"),
    path("<int:pk>/pictures/", pictures.pictures, name="pictures"),
    path("<int:pk>/files/add/", files_and_links.attach, name="attach"),
    path("<int:pk>/files/<int:file>/remove/", files_and_links.detach, name="detach"),
    path("<int:pk>/ties/add/", files_and_links.link, name="link"),
    path("<int:pk>/preview/", record.preview, name="preview"),
    path("<int:pk>/submit/", acts.submit, name="submit"),
    path("<int:pk>/take-back/", acts.take_back, name="take_back"),
    path("<int:pk>/approve/", reviews.approve, name="approve"),
    path("<int:pk>/claim/", reviews.claim, name="claim"),
    path("<int:pk>/unclaim/", reviews.unclaim, name="unclaim"),
    path("<int:pk>/send-back/", acts.send_back, name="send_back"),
    path("<int:pk>/publish/", acts.publish, name="publish"),
    path("<int:pk>/revise/", acts.revise, name="revise"),
    path("<int:pk>/drop-revision/", acts.drop_revision, name="drop_revision"),
    path("<int:pk>/withdraw/", acts.withdraw, name="withdraw"),
    path("<int:pk>/versions/<int:number>/", record.version, name="version"),
    path("<int:pk>/versions/<int:number>/restore/", acts.restore, name="restore"),
]
