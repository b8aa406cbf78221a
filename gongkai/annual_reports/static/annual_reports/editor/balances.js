/** Weighs the balances that the server sent, lights both sides of a broken one, and says the sum in words. */

const MANY = 6; // with more terms than this only those that are not zero are written out; the server does the same
const WORSE = ["", "note", "warning", "error"];

/** 六类申请人之和 3+0+0+0+0+0=3, or for a single cell: 总计填的是 2. */
export function inWords(terms, name, total) {
  if (terms.length === 1) return `${name}填的是 ${total}`;
  const shown = terms.length > MANY ? terms.filter((term) => term.number !== 0n) : terms;
  const parts = shown.map((term, place) => {
    const text = terms.length === MANY ? `${term.number}` : `${term.label} ${term.number}`;
    return (place ? (term.sign < 0 ? "−" : "+") : "") + text;
  });
  return `${name} ${parts.join("") || "0"}=${total}`;
}

export class Balances {
  constructor(fields, rows, status) {
    this.fields = fields;
    this.rows = rows;
    this.status = status;
    this.said = new Map();
    this.broken = new Map();
  }

  /** Both sides with their numbers; null where a figure is not known. */
  weighed(row) {
    const known = (term) => ({ ...term, number: term.key ? this.fields.number(term.key) : term.value === null ? null : BigInt(term.value) });
    const left = row.left.map(known);
    const right = row.right.map(known);
    if ([...left, ...right].some((term) => term.number === null)) return null;
    const sum = (terms) => terms.reduce((total, term) => total + BigInt(term.sign) * term.number, 0n);
    return { left, right, leftSum: sum(left), rightSum: sum(right) };
  }

  sentence(row) {
    const found = this.weighed(row);
    if (!found || found.leftSum === found.rightSum) return "";
    const gap = found.leftSum > found.rightSum ? found.leftSum - found.rightSum : found.rightSum - found.leftSum;
    return `${row.place}：${inWords(found.left, row.leftName, found.leftSum)}，${inWords(found.right, row.rightName, found.rightSum)}，相差 ${gap}`;
  }

  weighSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.weigh(), 120);
  }

  weigh({ quiet = false } = {}) {
    const before = this.broken;
    this.broken = new Map();
    this.said = new Map();
    for (const row of this.rows) {
      const sentence = this.sentence(row);
      if (!sentence) continue;
      this.broken.set(`${row.rule} ${row.where}`, { row, sentence });
      for (const key of [...row.left, ...row.right].map((term) => term.key).filter(Boolean)) this.add(key, row.severity, sentence);
    }
    this.wordy = 0;
    for (const input of this.fields.inputs) {
      const mayBeWords = input.dataset.decimal || input.name.endsWith(".change");
      if (mayBeWords || this.fields.number(input.name) !== null || !input.value) continue;
      this.wordy += 1;
      this.add(input.name, "error", `${input.ariaLabel}不是整数，请改成数字`);
    }
    for (const input of this.fields.inputs) this.light(input);
    this.count();
    this.explain(document.activeElement);
    if (!quiet) this.tell(before);
  }

  add(key, severity, sentence) {
    const old = this.said.get(key) ?? { severity: "", sentences: [] };
    const worse = WORSE.indexOf(severity) > WORSE.indexOf(old.severity) ? severity : old.severity;
    this.said.set(key, { severity: worse, sentences: [...old.sentences, sentence] });
  }

  light(input) {
    const live = this.said.get(input.name) ?? { severity: "", sentences: [] };
    const kept = input.dataset.kept ?? "";
    const severity = WORSE.indexOf(kept) > WORSE.indexOf(live.severity) ? kept : live.severity;
    const cell = input.closest("td");
    for (const name of WORSE.slice(1)) cell.classList.toggle(`cell--${name}`, severity === name);
    const touched = input.value !== input.defaultValue;
    cell.classList.toggle("cell--uncertain", !touched && "uncertain" in input.dataset);
    input.toggleAttribute("aria-invalid", false);
    if (severity === "error") input.setAttribute("aria-invalid", "true");
    this.describe(input, [...live.sentences, ...(input.dataset.keptSaid && !touched ? [input.dataset.keptSaid] : [])]);
  }

  describe(input, sentences) {
    let place = document.getElementById(`said-${input.id}`);
    if (!place && !sentences.length) return;
    if (!place) {
      place = document.createElement("span");
      place.id = `said-${input.id}`;
      place.className = "visually-hidden";
      input.after(place);
    }
    place.textContent = sentences.join("\n");
    if (sentences.length) input.setAttribute("aria-describedby", place.id);
    else input.removeAttribute("aria-describedby");
  }

  count() {
    const errors = [...this.broken.values()].filter(({ row }) => row.severity === "error").length;
    const place = this.status?.querySelector("[data-count]");
    if (!place) return;
    const warnings = this.broken.size - errors;
    const words = [
      this.broken.size && `勾稽不平 ${errors} 处`,
      warnings && `提醒 ${warnings} 处`,
      this.wordy && `${this.wordy} 格不是数字`,
    ].filter(Boolean);
    place.textContent = words.join("，") || "勾稽关系都平";
    place.className = words.length ? "badge badge--late" : "badge badge--done";
  }

  /** The sentence of the field in hand, for those who see. */
  explain(input) {
    const place = this.status?.querySelector("[data-explained]");
    if (place) place.textContent = (input && document.getElementById(`said-${input.id}`)?.textContent) || "";
  }

  /** What became broken or right by the last change, in words that are seen and read aloud. */
  tell(before) {
    const fresh = [...this.broken].filter(([key]) => !before.has(key)).map(([, { sentence }]) => sentence);
    const right = [...before.keys()].filter((key) => !this.broken.has(key)).length;
    let words = "";
    if (fresh.length) words = `勾稽不平：${fresh[0]}${fresh.length > 1 ? `；另有 ${fresh.length - 1} 处` : ""}`;
    else if (this.wordy) words = `有 ${this.wordy} 格不是数字，改成数字后再核对勾稽关系`;
    else if (right) words = this.broken.size ? `改平 ${right} 处，还有 ${this.broken.size} 处不平` : "勾稽关系都平了";
    if (words) this.show([this.lead, words].filter(Boolean).join("。"));
    this.lead = "";
  }

  /** Say what was done; what it did to the balances is added to it. */
  say(sentence) {
    this.lead = sentence;
    this.show(sentence);
  }

  show(words) {
    const place = this.status?.querySelector("[data-told]");
    if (place) place.textContent = words;
  }
}
