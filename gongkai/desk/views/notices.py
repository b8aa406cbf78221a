"""A person's notices: the list, opening one marks it as read."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.common.access import signed_in
from gongkai.common.notices import mark_all_read, mark_read
from gongkai.common.notices.queries import notices_of, unread_count


@signed_in
def notices(request: HttpRequest) -> HttpResponse:
    """Newest first."""
    page = Paginator(notices_of(request.user.pk), 20).get_page(request.GET.get("page"))
    context = {"page": page, "unread": unread_count(request.user.pk)}
    return render(request, "desk/notices.html", context)


@signed_in
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark as read and go where it leads; back to the list for another's."""
    notice = mark_read(user_id=request.user.pk, pk=pk, now=request.now)
    url = notice.url if notice else ""
    inside = url.startswith("/") and not url.startswith("//")
    return redirect(url if inside else "desk:notices")


@signed_in
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    mark_all_read(user_id=request.user.pk, now=request.now)
    return redirect("desk:notices")
