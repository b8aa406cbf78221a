"""The peer's pages: what a Wagtail site would make of the same content."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.blocks import CharBlock, RawHTMLBlock, RichTextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

NEWEST = 8


class HomePage(Page):
    """The first page: three questions, the newest notices, the year in figures."""

    questions = models.TextField(blank=True)
    figures = models.TextField(blank=True)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The newest notices, newest first."""
        newest = NoticePage.objects.live().child_of(self).order_by("-first_published_at")[:NEWEST]
        return {**super().get_context(request, *args, **kwargs), "newest": newest}


class ReportPage(Page):
    """An annual report of headings, paragraphs, tables and charts."""

    body = StreamField(
        [("heading", CharBlock()), ("paragraph", RichTextBlock()), ("html", RawHTMLBlock())]
    )


class NoticePage(Page):
    """A notice."""

    document_number = models.CharField(max_length=60, blank=True)
    body = RichTextField(blank=True)
