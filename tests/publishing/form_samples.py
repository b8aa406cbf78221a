"""Arguments for the addresses of forms other than text: by the address's full name, a function of the cast."""

from collections.abc import Callable, Mapping
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.publishing.presentations import DATA
from tests.people import Cast
from tests.publishing.formed import ASKED, CAPTIONED, FORM_EDITORS, in_form, with_form
from tests.website.released import release


def shown_film(agency: Agency) -> Mapping[str, Any]:
    """A video with captions that is public."""
    return {"number": release(agency, presentation="video", payload={DATA: CAPTIONED}).item_id}


SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {
    f"publishing:{name}": lambda cast, form=form: {"pk": in_form(cast, form).pk}
    for name, form in FORM_EDITORS.items()
}
SAMPLES["publishing:captions"] = lambda cast: {"pk": with_form(cast, "video", CAPTIONED).pk}
SAMPLES["website:captions"] = lambda cast: shown_film(cast.county)
SAMPLES["organ:captions"] = lambda cast: {"code": cast.town.code, **shown_film(cast.town)}
SHOWN: dict[str, Callable[[Cast], Mapping[str, Any]]] = {
    "publishing:questions": lambda cast: {"pk": with_form(cast, "questions", ASKED).pk},
    "publishing:video": lambda cast: {"pk": with_form(cast, "video", CAPTIONED).pk},
    "publishing:preview": lambda cast: {"pk": with_form(cast, "video", CAPTIONED).pk},
}
