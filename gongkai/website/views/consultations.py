"""What the public is asked about: the list, and the form for a comment, which the application answers and nobody keeps."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.participation.actions import Over, comment_online
from gongkai.participation.draft_paragraphs import paragraphs_of
from gongkai.participation.models import Consultation
from gongkai.participation.queries import standing, takes_comments
from gongkai.website.consultations import all_of
from gongkai.website.forms.consultations import TRAP, CommentForm
from gongkai.website.kept import kept
from gongkai.website.limits import STATUS, TOO_OFTEN_TO_COMMENT, within
from gongkai.website.pages import Head, page
from gongkai.website.site import Site, current_site
from gongkai.website.views.applying import MISTAKES, own_page, page_or_form

SALT = "website.comment"
TITLE = "提意见"
TAKEN = "taken"
LONGEST_MARK = 100
BY_PROGRAM = 400
"""The status of an answer to what fills in a field that no person sees; what else was typed is kept all the same."""


@public
@require_safe
@kept
def consultations(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Those that take comments, with the days left; those that begin; those that are over, with what came of them."""
    site = current_site(request, code)
    rows = all_of(site.agency, law_day(request.now))  # type: ignore[attr-defined]
    first = sorted((row for row in rows if row.state == "open"), key=lambda row: row.row.closes_on)
    groups = {
        "current": first,
        "coming": [row for row in rows if row.state == "planned"],
        "over": [row for row in rows if row.state not in {"open", "planned"}],
    }
    return page(request, site, "consultations.html", Head("意见征集", "consultations"), **groups)


def found(site: Site, number: int) -> Consultation:
    """The consultation of that number whose notice this organ's site shows, or 404."""
    rows = Consultation.objects.select_related("agency", "item__published").exclude(state="dropped")
    row = rows.filter(pk=number, agency=site.agency).exclude(item__published=None).first()
    if row is None:
        raise Http404
    return row


@public
@page_or_form
def comment(request: HttpRequest, number: int, code: str | None = None) -> HttpResponse:
    """The form; what was sent, once; the page that says it is over, with what was typed."""
    site = current_site(request, code)
    here, today = found(site, number), law_day(request.now)  # type: ignore[attr-defined]
    if TAKEN in request.GET and request.method != "POST":
        return _receipt(request, site, here)
    form = _form(request, here)
    if not takes_comments(here, today):
        return over(request, site, here)
    status = MISTAKES if form.is_bound else 200
    if form.is_bound and request.POST.get(TRAP):
        status = BY_PROGRAM
    if form.is_bound and not within(request, "comment"):
        form.add_error(None, TOO_OFTEN_TO_COMMENT)
        status = STATUS
    if form.is_bound and form.is_valid():
        try:
            row = comment_online(consultation=here, said=form.said(), now=request.now)  # type: ignore[attr-defined]
        except Over:
            return over(request, site, here)
        except Refusal as refusal:
            form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            mark = signing.dumps([here.pk, row.number], salt=SALT, compress=True)
            return redirect(f"{request.path}?{TAKEN}={mark}")
    return _page(request, site, here, "comment.html", status=status, form=form, trap=TRAP)


def _form(request: HttpRequest, here: Consultation) -> CommentForm:
    paragraphs = paragraphs_of(here.item.published.body)
    asked = request.GET.get("paragraph", "")[:5]
    start = {"paragraph": int(asked)} if asked.isascii() and asked.isdecimal() else {}
    return CommentForm(sent(request), paragraphs=paragraphs, initial=start)


def _page(
    request: HttpRequest, site: Site, here: Consultation, template: str, **more: object
) -> HttpResponse:
    address = f"{site.root}items/{here.item_id}/"
    more |= {"consultation": here, "notice": address, "section": "consultations"}
    return own_page(request, site, template, TITLE, **more)  # type: ignore[arg-type]


def _receipt(request: HttpRequest, site: Site, here: Consultation) -> HttpResponse:
    """The number of a comment that was taken in; a mark that this site did not make leads to the form."""
    try:
        owner, number = signing.loads(request.GET[TAKEN][:LONGEST_MARK], salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return redirect(request.path)
    if owner != here.pk:
        return redirect(request.path)
    return _page(request, site, here, "comment_taken.html", number=number)


def over(request: HttpRequest, site: Site, here: Consultation) -> HttpResponse:
    """That no comments are taken on the site, since when or why, and what comes next; what was typed is shown to be kept."""
    day = standing(here, law_day(request.now))  # type: ignore[attr-defined]
    typed = request.POST.get("text", "") if request.method == "POST" else ""
    status = Refusal.status if request.method == "POST" else 200
    return _page(request, site, here, "comment_over.html", status=status, standing=day, typed=typed)
