"""Effects that were given up after all attempts, for administrators: what failed, why, and another try."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.clock import LAW_ZONE
from gongkai.common.health import remarks
from gongkai.common.listing import BulkAct, Column, Listing, by_words
from gongkai.common.models import OutboxMessage
from gongkai.common.outbox.queries import counts, dead
from gongkai.common.permissions import allowed
from gongkai.common.reason_form import ReasonForm
from gongkai.common.sent import sent
from gongkai.desk.actions import retry_message

KINDS = {
    "mail.send": "发送邮件",
    "casework.make_dossier": "制作案卷",
    "casework.tell_applicant": "告知申请人进展",
    "release.item": "更新公开网站",
    "release.send_digests": "发送订阅的邮件",
    "release.subscription_letter": "发送订阅的确认邮件",
    "release.entry": "更新检索索引",
    "release.index": "重建检索索引",
    "audit.witness": "另存留痕链头",
}


def _again(row: OutboxMessage, *, by, now, reason: str) -> None:  # noqa: ANN001 - as BulkAct.run says
    retry_message(message=row, reason=reason, by=by, now=now)


DEAD = Listing(
    name="未送达的消息",
    columns=(
        Column("kind", "事项", lambda row: KINDS.get(row.kind, row.kind), sort="kind",
               link=lambda row: reverse("desk:retry", args=(row.pk,))),
        Column("key", "编号", lambda row: row.key),
        Column("error", "最近的错误", lambda row: row.last_error[:200]),
        Column("attempts", "已试次数", lambda row: row.attempts, sort="attempts", number=True),
        Column("created", "提出时间", lambda row: f"{row.created_at.astimezone(LAW_ZONE):%Y-%m-%d %H:%M}", sort="created_at"),
    ),
    filters=(by_words("q", "编号或错误", "key", "last_error"),),
    order=("-due_at", "-pk"),
    acts=(BulkAct("retry", "再试选中的", _again, needs_reason=True, may=lambda person: allowed(person, "desk.outbox")),),
    template="desk/outbox.html",
)  # fmt: skip


@requires("desk.outbox")
def outbox(request: HttpRequest) -> HttpResponseBase:
    """The list."""
    return DEAD.answer(request, dead(), waiting=counts().get("waiting", 0), remarks=remarks())


@requires("desk.outbox")
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Try one again, for a reason."""
    message = dead().filter(pk=pk).first()
    if message is None:
        raise Http404
    form = ReasonForm(sent(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        retry_message(message=message, reason=reason, by=request.user, now=request.now)
        messages.success(request, "已重新排队，稍后再试")
        return redirect("desk:outbox")
    context = {
        "form": form,
        "title": f"再试：{KINDS.get(message.kind, message.kind)}",
        "what": [
            f"消息“{message.key}”重新排队，从头计算次数",
            f"上次没有送达的原因：{message.last_error}",
        ],
        "verb": "再试一次",
        "look": "primary",
        "back": reverse("desk:outbox"),
    }
    return render(request, "shell/reason.html", context, status=MISTAKES if form.errors else 200)
