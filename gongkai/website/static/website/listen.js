/**
 * Lets the device read a text aloud, where it has a Chinese voice; without one, or without this module, nothing is missing.
 * The text is spoken sentence by sentence: going on after a pause begins with the sentence that was interrupted, since the
 * pause of the speech engine itself loses its place on many phones. Nothing is kept and nothing is sent.
 */

const engine = window.speechSynthesis;
const article = document.querySelector("[data-listen]");
const SPOKEN = "h1, h2, h3, h4, p, li, dt, dd, figcaption, caption, th, td";
const SILENT = "nav, video, audio, [hidden], .no-print, .visually-hidden, .tall__skip, .shot__full";
const LONGEST = 160;

/** The sentences of the text in order, none so long that an engine stops in the middle of it. */
function sentences() {
  const found = [];
  for (const one of article.querySelectorAll(SPOKEN)) {
    if (one.closest(SILENT) || one.parentElement.closest("p, li, td, th, figcaption")) continue;
    const copy = one.cloneNode(true);
    for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
    const words = copy.textContent.replace(/\s+/g, " ").trim();
    for (const sentence of words.match(/[^。！？!?；;]+[。！？!?；;”’）]*/g) ?? []) {
      for (let at = 0; at < sentence.length; at += LONGEST) found.push(sentence.slice(at, at + LONGEST));
    }
  }
  return found;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

class Reader {
  constructor(voice) {
    this.voice = voice;
    this.at = 0;
    this.turn = 0;
    this.play = button("听全文", () => (this.speaking ? this.pause() : this.speak()));
    this.end = button("停止", () => this.stop());
    this.end.hidden = true;
    const group = document.createElement("div");
    group.className = "listen no-print";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "听文章");
    group.append(this.play, this.end);
    article.querySelector("h1").after(group);
    addEventListener("pagehide", () => engine.cancel());
  }

  speak() {
    this.left ??= sentences();
    this.speaking = true;
    this.next(++this.turn);
    this.show();
  }

  /** One sentence; a turn that was ended by a button says nothing more. */
  next(turn) {
    if (turn !== this.turn) return;
    if (this.at >= this.left.length) return this.stop();
    const utterance = new SpeechSynthesisUtterance(this.left[this.at]);
    utterance.lang = "zh-CN";
    utterance.voice = this.voice;
    utterance.addEventListener("end", () => turn === this.turn && (this.at++, this.next(turn)));
    utterance.addEventListener("error", () => turn === this.turn && this.pause());
    engine.speak(utterance);
  }

  pause() {
    this.turn++;
    this.speaking = false;
    engine.cancel();
    this.show();
  }

  stop() {
    const leaves = document.activeElement === this.end;
    this.at = 0;
    this.pause();
    if (leaves) this.play.focus();
  }

  show() {
    const begun = this.speaking || this.at > 0;
    this.play.textContent = this.speaking ? "暂停" : begun ? "接着听" : "听全文";
    this.end.hidden = !begun;
  }
}

function offer() {
  const voices = engine.getVoices().filter((one) => /^(zh|cmn)([-_]|$)/i.test(one.lang));
  const voice = voices.find((one) => /cn|hans/i.test(one.lang)) ?? voices[0];
  if (!voice || article.querySelector(".listen")) return;
  engine.removeEventListener?.("voiceschanged", offer);
  new Reader(voice);
}

if (engine && article) {
  engine.addEventListener?.("voiceschanged", offer);
  offer();
}
