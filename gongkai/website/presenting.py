"""The form of a public document on its page: what its template draws, and what interprets it or is interpreted by it."""

from typing import Any

from django.urls import reverse

from gongkai.publishing.models.link import BACK, KINDS
from gongkai.publishing.pictures import address
from gongkai.publishing.presentations import data_of, presentation, readdressed
from gongkai.release.models import PublicDocument
from gongkai.website.site import Site

INTERPRETS, INTERPRETED = dict(KINDS)["interprets"], BACK["interprets"]


def form_shown(document: PublicDocument, site: Site) -> dict[str, Any]:
    """The form, its data with the addresses of files that end in their names, and where its captions are."""
    row = presentation(document.presentation)
    named = {
        address(each["token"]): reverse("named_file", args=(each["token"], each["name"]))
        for each in document.attachments
        if each.get("name")
    }
    return {
        "form": row,
        "form_data": readdressed(row.shown(data_of(document)), named),
        "captions_address": f"{site.root}{document.path}captions.vtt",
    }


def ties_shown(document: PublicDocument) -> dict[str, Any]:
    """The ties of a document: what interprets it, what it interprets, and all others."""
    rows = document.links
    return {
        "interpretations": [row for row in rows if row["label"] == INTERPRETED],
        "interpreted": [row for row in rows if row["label"] == INTERPRETS],
        "ties": [row for row in rows if row["label"] not in {INTERPRETS, INTERPRETED}],
    }
