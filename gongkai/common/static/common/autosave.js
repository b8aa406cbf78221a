/**
 * Keeps what is typed into <form data-autosave="app.form" data-object="key" data-version="7">: at once in this tab, after two
 * seconds of rest on the server, and offers it when the form is opened again. Without this module the form works as ever.
 */

const REST = 2000;
const SKIPPED = new Set(["hidden", "file", "password", "submit", "button"]);

const fields = (form) =>
  [...form.elements].filter((one) => one.name && !SKIPPED.has(one.type) && !("autosaveSkip" in one.dataset));

function read(form) {
  const body = {};
  for (const one of fields(form)) {
    body[one.name] ??= [];
    if (one.type === "checkbox" || one.type === "radio") one.checked && body[one.name].push(one.value);
    else if (one.multiple) body[one.name].push(...[...one.selectedOptions].map((option) => option.value));
    else body[one.name].push(one.value);
  }
  return body;
}

function write(form, body) {
  const seen = {};
  for (const one of fields(form)) {
    const values = body[one.name];
    if (!values) continue;
    if (one.type === "checkbox" || one.type === "radio") one.checked = values.includes(one.value);
    else if (one.multiple) for (const option of one.options) option.selected = values.includes(option.value);
    else one.value = values[(seen[one.name] = (seen[one.name] ?? -1) + 1)] ?? one.value;
    for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}

const clock = (moment) => new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false }).format(moment);

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.place = { form: form.dataset.autosave, object: form.dataset.object ?? "" };
    this.key = `draft ${this.place.form} ${this.place.object}`;
    this.address = document.querySelector("[data-drafts]")?.dataset.drafts ?? "/desk/drafts/";
    this.status = form.querySelector("[data-autosave-status]") ?? this.makeStatus();
    this.before = JSON.stringify(read(form));
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", () => this.sent());
    addEventListener("pagehide", () => this.save(true));
    "autosaveTyped" in form.dataset ? this.keepTyped() : this.offer();
  }

  /** The page shows what the person typed, rearranged by a button: that is the draft now, and no older one is offered. */
  keepTyped() {
    this.before = "";
    this.changed();
  }

  makeStatus() {
    const status = element("p", "form__saved", "");
    status.setAttribute("role", "status");
    const buttons = this.form.querySelector(":scope > .buttons, :scope > .form__acts");
    buttons ? buttons.before(status) : this.form.append(status);
    return status;
  }

  changed() {
    if (this.quiet) return;
    const body = read(this.form);
    if (JSON.stringify(body) === this.before) return;
    this.waiting = true;
    this.keepHere(body);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(false), REST);
  }

  keepHere(body) {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ body, at: new Date().toISOString(), base: this.form.dataset.version ?? "" }));
    } catch { /* the browser keeps nothing for this site; the server does */ }
  }

  async save(leaving) {
    if (!this.waiting) return;
    clearTimeout(this.timer);
    this.waiting = false;
    const body = read(this.form);
    const answer = await this.ask({ ...this.place, base: this.form.dataset.version ?? "", body }, leaving);
    if (!answer) this.waiting = true;
    else this.before = JSON.stringify(body);
    if (answer?.draft) this.say(`已保存 ${answer.draft.said}`);
  }

  /** The server's answer, or null with the reason said. */
  async ask(sent, leaving = false) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken?.value ?? "" };
    try {
      const response = await fetch(this.address, { method: "POST", headers, body: JSON.stringify(sent), redirect: "manual", keepalive: leaving });
      if (response.ok) return await response.json();
      if (response.status === 400) this.say((await response.json()).said);
      else this.say("登录已过期。刚才填写的内容还留在这个窗口里：请刷新页面重新登录，登录后会提示恢复。", true);
    } catch {
      this.say("网络不通，暂时没有保存。内容还在这一页里，恢复后会继续保存。", true);
    }
    return null;
  }

  say(text, urgent = false) {
    this.status.classList.toggle("form__saved--urgent", urgent);
    this.status.textContent = text;
  }

  sent() {
    this.waiting = false;
    clearTimeout(this.timer);
    this.keepHere(read(this.form));
    const mark = this.form.elements._draft ?? this.form.appendChild(element("input", "", ""));
    Object.assign(mark, { type: "hidden", name: "_draft", value: `${this.place.form} ${this.place.object}` });
  }

  async offer() {
    const draft = await this.newest();
    if (!draft) return;
    if (JSON.stringify({ ...read(this.form), ...draft.body }) === this.before) return document.querySelector("[data-errors]") ? undefined : this.forget();
    const band = element("div", "band band--note", "");
    band.setAttribute("role", "status");
    const stale = draft.base !== (this.form.dataset.version ?? "") ? "此后这条记录有过改动，恢复后请核对。" : "";
    const buttons = element("div", "buttons", "");
    const restore = element("button", "button button--primary", "恢复");
    const leave = element("button", "button", "放弃");
    restore.type = leave.type = "button";
    restore.addEventListener("click", () => { band.remove(); write(this.form, draft.body); fields(this.form)[0]?.focus(); });
    leave.addEventListener("click", () => { band.remove(); this.forget(); fields(this.form)[0]?.focus(); });
    buttons.append(restore, leave);
    band.append(element("p", "", `有 ${draft.said} 填写、还没有提交的内容。${stale}`), buttons);
    this.form.before(band);
  }

  /** The draft of this tab or of the server, whichever is newer. */
  async newest() {
    const here = JSON.parse(sessionStorage.getItem(this.key) ?? "null");
    if (here) here.said = clock(new Date(here.at));
    try {
      const response = await fetch(`${this.address}?${new URLSearchParams(this.place)}`, { redirect: "manual" });
      const there = response.ok ? (await response.json()).draft : null;
      return here && (!there || here.at > there.at) ? here : there;
    } catch { return here; }
  }

  forget() {
    sessionStorage.removeItem(this.key);
    return this.ask({ ...this.place, body: null });
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
