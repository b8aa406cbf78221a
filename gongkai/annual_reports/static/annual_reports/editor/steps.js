/** Changes of many fields at once, each of which can be taken back. */

export class Steps {
  constructor(form, changed) {
    this.done = [];
    this.changed = changed;
    this.button = form.querySelector("[data-undo]");
    this.button?.addEventListener("click", () => this.undo());
    form.addEventListener("input", (event) => {
      if (event.isTrusted) this.typed = event.target;
    });
  }

  /** Put texts into fields: pairs of field and text. */
  make(name, pairs) {
    const changes = pairs.filter(([field, text]) => field.value !== text);
    if (!changes.length) return;
    this.typed = null;
    this.done.push({ name, changes: changes.map(([field]) => [field, field.value]) });
    this.put(changes);
  }

  /** Take the last step back; not where something was typed into this field since, for that the browser takes back itself. */
  undo(input) {
    if (!this.done.length || (input && this.typed === input)) return false;
    this.put(this.done.pop().changes);
    return true;
  }

  put(pairs) {
    for (const [field, text] of pairs) field.value = text;
    this.changed(pairs.map(([field]) => field));
    if (!this.button) return;
    this.button.hidden = !this.done.length;
    this.button.textContent = `撤销${this.done.at(-1)?.name ?? ""}`;
  }
}
