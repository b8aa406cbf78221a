"""An applicant's download of a reply's file: a page that says what it is, and the file itself only when the button is pressed.

Looking at the link takes nothing: previews and virus scanners of mail programs open links too, and would leave a false receipt.
"""

from django.http import HttpRequest, HttpResponse

from gongkai.casework.actions.taking import is_open, take_file
from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.files.sending import as_download
from gongkai.website.case_files import file_of
from gongkai.website.case_status import case_of
from gongkai.website.limits import STATUS, TOO_OFTEN, within
from gongkai.website.site import Site, current_site
from gongkai.website.views.applying import own_page, page_or_form
from gongkai.website.views.case_status import over

TITLE = "下载答复的文件"
GONE = 410


@public
@page_or_form
def file(request: HttpRequest, token: str, link: str, code: str | None = None) -> HttpResponse:
    """The page of one file; POST takes it."""
    site = current_site(request, code)
    found = case_of(site.agency, token)
    row = file_of(found, link) if found else None
    if found is None or row is None:
        return over(request, site)
    today = law_day(request.now)  # type: ignore[attr-defined]
    if not is_open(row.delivery, today):
        return _gone(request, site, token)
    if request.method != "POST":
        return own_page(request, site, "apply_file.html", TITLE, row=row, token=token, case=found)
    if not within(request, "download"):
        more = {"row": row, "token": token, "case": found, "said": TOO_OFTEN}
        return own_page(request, site, "apply_file.html", TITLE, status=STATUS, **more)
    try:
        content = take_file(row=row, now=request.now)  # type: ignore[attr-defined]
    except Refusal:
        return _gone(request, site, token)
    return as_download(request, row.paper.file, content)


def _gone(request: HttpRequest, site: Site, token: str) -> HttpResponse:
    """The file cannot be had any more, and what to do."""
    return own_page(request, site, "apply_file_gone.html", TITLE, status=GONE, token=token)
