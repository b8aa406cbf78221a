"""Forms on the public pages: files and captions as long as the item is public, interpretations beside their policy."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.files.actions import receive
from gongkai.publishing.actions import link, withdraw
from gongkai.release.actions import refresh_item
from gongkai.release.models import PublicDocument
from tests.paperwork.media.given import FILM
from tests.publishing.formed import ASKED, brought_out_in_form, with_form
from tests.publishing.items import NOW, draft

CUES = [{"start": 500, "end": 2000, "words": "大家好 <一卡通>"}]


def film(cast):
    """A draft with a film, captions and transcript."""
    given = SimpleUploadedFile("VID.mp4", FILM)
    stored = receive(agency=cast.town, upload=given, purpose="video", by=cast.clerk, now=NOW)
    media = {"file": stored.token, "size": 9, "kind": "video/mp4", "width": 160, "height": 90}
    data = {"media": media, "seconds": 4, "captions": CUES, "transcript": "镇长讲发放日期。"}
    return with_form(cast, "video", data, added=[stored], title="补贴怎么领")


@pytest.fixture
def shown(cast):
    """The film, published: its item and its address."""
    item = brought_out_in_form(cast, film(cast))
    return item, f"/o/{cast.town.code}/items/{item.pk}/"


def test_a_video_plays_on_the_page_with_its_captions(client, shown):
    item, address = shown
    page = client.get(address).content.decode()
    token = item.published.attachments.get().file.token
    for words in (
        "<video controls preload",
        f'src="/files/public/{token}/',
        'kind="captions"',
        "<summary>文字稿</summary>",
    ):
        assert words in page


def test_captions_are_given_as_players_take_them(client, shown):
    captions = client.get(f"{shown[1]}captions.vtt")
    assert captions["Content-Type"] == "text/vtt; charset=utf-8"
    assert captions.content.decode().startswith(
        "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\n大家好 &lt;一卡通&gt;"
    )


def test_its_words_are_searched_and_stand_in_the_list_of_what_was_found(shown):
    copy = PublicDocument.objects.get(item_id=shown[0].pk)
    assert "发放日期" in copy.search_text
    assert "大家好" in copy.passage_text
    assert copy.form_badge == "视频"


def test_a_part_of_a_film_is_sent_to_anybody_and_nothing_once_it_is_withdrawn(cast, client, shown):
    item, address = shown
    token = item.published.attachments.get().file.token
    part = client.get(f"/files/public/{token}", headers={"Range": "bytes=4-7"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, b"ftyp")
    withdraw(item=item, reason="有误", public_note="内容有误", by=cast.signer, now=NOW)
    refresh_item({"item": item.pk}, NOW)
    assert client.get(f"/files/public/{token}").status_code == 404
    assert client.get(f"{address}captions.vtt").status_code == 404
    assert client.get(address).status_code == 410


def test_a_film_in_work_is_seen_by_officers_alone(cast, client):
    item = film(cast)
    token = item.draft.attachments.get().file.token
    assert client.get(f"/files/public/{token}").status_code == 404
    client.force_login(cast.clerk)
    assert client.get(f"/files/public/{token}").status_code == 200
    assert client.get(f"/desk/items/{item.pk}/captions.vtt").status_code == 200
    assert "track kind" in client.get(f"/desk/items/{item.pk}/preview/").content.decode()


def test_interpretations_stand_beside_their_policy_with_their_forms(cast, client, shown):
    policy = brought_out_in_form(cast, draft(cast, "补贴办法"))
    other = brought_out_in_form(cast, with_form(cast, "questions", ASKED, title="补贴问答"))
    for source in (shown[0], other):
        link(source=source, target=policy, kind="interprets", by=cast.signer, now=NOW)
    refresh_item({"item": policy.pk}, NOW)
    page = client.get(f"/o/{cast.town.code}/items/{policy.pk}/").content.decode()
    assert '<span class="badge badge--plain">视频</span> 补贴怎么领' in page
    assert '<span class="badge badge--plain">问答</span> 补贴问答' in page
    assert page.index("补贴问答") < page.index('<article class="document"')
    assert "解读的政策" in client.get(shown[1]).content.decode()


def test_the_search_finds_a_word_of_a_caption_and_says_the_form(client, shown):
    address = shown[1].split("items/")[0]
    page = client.get(f"{address}search?q=发放日期").content.decode()
    assert "补贴怎么领" in page
    assert "，视频" in page


def test_lists_say_the_form_in_a_word(client, shown):
    page = client.get(shown[1].split("items/")[0]).content.decode()
    assert '补贴怎么领</a> <span class="badge badge--plain">视频</span>' in page
