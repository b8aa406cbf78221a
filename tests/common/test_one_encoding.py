"""Words come in UTF-8 or not at all, and what cannot be read is refused before anything is done."""

import pytest

from gongkai.common.drafts.models import Draft

PART = b'--x\r\nContent-Disposition: form-data; name="q"\r\n\r\n+2AA-\r\n--x--\r\n'


@pytest.mark.parametrize("name", ["base64", "utf-7", "utf-16", "rot13", "nothing", "idna", '"'])
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "text/plain"])
def test_other_encodings_are_refused(client, db, kind, name):
    answer = client.generic("POST", "/account/login/", PART, f"{kind}; charset={name}")
    assert answer.status_code == 400


@pytest.mark.parametrize("name", ["utf-8", "UTF-8", '"utf-8"'])
def test_our_encoding_has_several_names(client, cast, name):
    kind = f"application/x-www-form-urlencoded; charset={name}"
    assert client.generic("POST", "/account/login/", b"login=x", kind).status_code == 200


def test_a_form_that_cannot_be_read_is_refused_before_the_act(client, cast):
    client.force_login(cast.clerk)
    client.post("/desk/drafts/", '{"form":"a","body":{}}', content_type="application/json")
    answer = client.post("/desk/notices/read/", b"x", content_type="multipart/form-data")
    assert answer.status_code == 400
    assert Draft.objects.exists()
