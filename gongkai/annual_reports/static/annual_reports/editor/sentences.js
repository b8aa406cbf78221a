/** The fields of sentences: {新收} stands for a figure of the form or a count; read as the server reads it. */

const BRACED = /(\{+)([^{}\n]{1,60})(\}+)/g;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** What a name stands for: its figure as text, null where it has none, undefined where it is no field. */
export function numbersOf(fields, told) {
  const cell = (key) => {
    const text = fields.byKey.get(key)?.value.trim() ?? "";
    if (text === "") return null;
    return fields.number(key) ?? (DECIMAL.test(text) ? text : null);
  };
  return (name) => {
    const keys = told.fields[name];
    if (!keys) return told.counts[name];
    const found = keys.filter((key) => fields.byKey.has(key)).map(cell);
    if (!found.length || found.includes(null)) return null;
    if (found.length === 1) return String(found[0]);
    return found.some((each) => typeof each === "string") ? null : String(found.reduce((sum, each) => sum + each, 0n));
  };
}

/** The text in pieces: what is written, and what fields put in. One more pair of braces makes a field a plain word. */
export function* fieldParts(text, number) {
  let place = 0;
  for (const [all, opened, name, closed, index] of [...text.matchAll(BRACED)].map((found) => [...found, found.index])) {
    const figure = number(name);
    if (figure === undefined) continue;
    yield { text: text.slice(place, index) };
    place = index + all.length;
    if (Math.min(opened.length, closed.length) > 1) yield { text: `${opened.slice(1)}${name}${closed.slice(1)}` };
    else {
      yield { text: opened.slice(1) };
      yield { text: figure ?? `{${name}}`, name };
      yield { text: closed.slice(1) };
    }
  }
  yield { text: text.slice(place) };
}

/** Buttons put a field where the cursor stands in the chapter's text; without this they do not appear. */
export function insertFields(form) {
  for (const button of form.querySelectorAll("[data-insert]")) {
    const area = document.getElementById(button.closest("[data-fields-of]").dataset.fieldsOf);
    if (!area || area.readOnly) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      area.setRangeText(button.dataset.insert, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.focus();
    });
  }
}
