"""All addresses: the public site at the root, the officers' desk under ``desk/``, signing in under ``account/``."""

from django.urls import include, path

from gongkai.common.health import healthz
from gongkai.website.views.home import not_found

handler404 = not_found
urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("account/", include("gongkai.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("desk/agencies/", include("gongkai.agencies.urls")),
    path("desk/people/", include("gongkai.accounts.desk_urls")),
    path("desk/journal/", include("gongkai.audit.urls")),
    path("desk/items/", include("gongkai.publishing.urls")),
    path("desk/reports/", include("gongkai.annual_reports.urls")),
    path("desk/interviews/", include("gongkai.participation.interview_urls")),
    path("desk/requests/", include("gongkai.casework.urls")),
    path("desk/consultations/", include("gongkai.participation.urls")),
    path("desk/drafts/", include("gongkai.common.drafts.urls")),
    path("desk/", include("gongkai.desk.urls")),
    path("files/", include("gongkai.files.urls")),
    path("", include("gongkai.website.urls")),
]
