"""The device reads a text aloud, where it has a Chinese voice; the voice here only writes down what it was given."""

import pytest

from tests.looking import axe
from tests.website.released import release

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

VOICE = """(language) => {
  const said = window.said = [];
  let now = null;
  const engine = new EventTarget();
  Object.assign(engine, {
    getVoices: () => [{ lang: language, name: "voice" }],
    speak: (one) => { said.push(one.text); now = one; },
    cancel: () => { now = null; },
    finish: () => { const done = now; now = null; done?.dispatchEvent(new Event("end")); },
  });
  Object.defineProperty(window, "speechSynthesis", { value: engine });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
}"""
BODY = "<p>第一句。第二句！</p><table><tr><td>单元格</td></tr></table>"


@pytest.fixture
def reading(phone, town):
    """``reading(language)``: a phone with a voice of a language opens a text."""
    document = release(town, title="办法", body=BODY)

    def opened(language):
        phone.add_init_script(f"({VOICE})('{language}')")
        phone.goto(f"/items/{document.item_id}/")
        return phone

    return opened


def test_a_text_is_read_sentence_by_sentence_and_goes_on_after_a_pause(reading):
    page = reading("zh-CN")
    play = page.get_by_role("button", name="听全文")
    play.press("Enter")
    page.evaluate("speechSynthesis.finish()")
    page.get_by_role("button", name="暂停").press("Enter")
    page.get_by_role("button", name="接着听").press("Enter")
    for _ in range(2):
        page.evaluate("speechSynthesis.finish()")
    assert page.evaluate("said") == ["办法", "第一句。", "第一句。", "第二句！", "单元格"]
    assert not axe(page)
    page.get_by_role("button", name="停止").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "听全文"


def test_without_a_chinese_voice_nothing_is_offered(reading):
    page = reading("en-US")
    assert page.get_by_role("button", name="听全文").count() == 0
