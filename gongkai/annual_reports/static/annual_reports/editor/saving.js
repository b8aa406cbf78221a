/** Says what is not saved yet, saves by itself while somebody pauses, and asks before the page is left with changes. */

const PAUSE = 15_000; // milliseconds without typing; each save is an act in the journal

export class Saving {
  constructor(form) {
    this.form = form;
    this.place = form.querySelector("[data-saved]");
    this.changes = 0;
    if (!("open" in form.dataset)) return;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("submit", () => (this.leaving = true));
    window.addEventListener("beforeunload", (event) => {
      if (this.changes && !this.leaving) event.preventDefault();
    });
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
  }

  changed() {
    this.changes += 1;
    this.say("有改动，还没有保存");
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.save(), PAUSE);
  }

  submit() {
    this.form.requestSubmit(this.form.querySelector('button[value="save"]'));
  }

  async save() {
    if (!this.changes || this.leaving || this.stopped || this.busy) return;
    const changes = this.changes;
    const body = new FormData(this.form);
    body.set("act", "autosave");
    this.busy = true;
    try {
      const answer = await fetch(this.form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      this.stopped = Boolean(told.stop);
      this.say(told.said);
      if (answer.ok) this.kept(told, body, changes);
    } catch {
      this.say("网络不通，没有自动保存；内容都还在本页上");
    } finally {
      this.busy = false;
    }
  }

  kept(told, body, changes) {
    for (const name of ["seen_version", "opened"]) this.form.elements[name].value = told[name];
    for (const field of this.form.querySelectorAll("input[data-place], textarea")) {
      if (body.get(field.name) === field.defaultValue) continue;
      field.defaultValue = body.get(field.name);
      delete field.dataset.unknown;
      delete field.dataset.uncertain;
      delete field.dataset.keptSaid;
    }
    if (this.changes === changes) this.changes = 0;
    else this.say("有改动，还没有保存");
  }

  say(words) {
    if (this.place) this.place.textContent = words;
  }
}
