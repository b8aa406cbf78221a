"""The words for the pictures of a draft."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.common.access import requires
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.publishing.actions import save_draft
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.forms import PicturesForm
from gongkai.publishing.models import Item
from gongkai.publishing.pictures import address, described
from gongkai.publishing.views.record import item_of, require_draft


@requires("publishing.edit", on=item_of)
def pictures(request: HttpRequest, item: Item) -> HttpResponse:
    """Ask for them, one field a picture."""
    require_draft(request, item)
    if item.state != "draft":
        return redirect("publishing:item", pk=item.pk)
    body = item.draft.body
    form = PicturesForm(sent(request), body=body, initial={"seen_version": item.version})
    if request.method == "POST" and form.is_valid():
        text = text_of(item.draft)
        described_text = replace(text, body=described(body, form.picture_words()))
        seen = form.cleaned_data["seen_version"]
        try:
            save_draft(
                item=item, seen_version=seen, text=described_text, by=request.user, now=request.now
            )
        except Refusal as refusal:
            form.add_error(
                None, f"{refusal}；{refusal.next_step}" if refusal.next_step else str(refusal)
            )
        else:
            messages.success(request, "图片说明已保存")
            return redirect("publishing:item", pk=item.pk)
    shown = [(form[f"words_{token}"], address(token)) for token in form.tokens]
    context = {"item": item, "form": form, "pictures": shown}
    return render(request, "publishing/pictures.html", context, status=422 if form.errors else 200)
