/** The fields of the three tables: by key, by place, and what number stands in each, read as the server reads it. */

const DASHES = /^(?:[-‐‑‒–—―−_/\\|~]+|无|无数据|不涉及|暂无|零|〇)$/;
const WHOLE = /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,15}))(?:件次|人次|件|条|个|项|宗|次|起|例|份|篇|部|笔)?(?:[([{【].*[)\]}】])?$/;

/** A whole number as BigInt, 0n for nothing and for dashes, null where it is none. */
export function readCount(text) {
  if (/\d\s+\d/.test(text.normalize("NFKC").replace(/[([{【].*/, ""))) return null; // two numbers: which is meant?
  const plain = text.normalize("NFKC").replace(/[\s\u200b-\u200f\u2060\ufeff]/g, "").replace("−", "-");
  if (plain === "" || DASHES.test(plain)) return 0n;
  const found = WHOLE.exec(plain);
  return found && BigInt(found[1].replace(/[+,]/g, ""));
}

export class Fields {
  constructor(form) {
    this.inputs = [...form.querySelectorAll("input[data-place]")];
    this.byKey = new Map(this.inputs.map((input) => [input.name, input]));
    this.tables = new Map();
    for (const input of this.inputs) {
      const table = input.closest("table");
      const row = Number(input.dataset.place.split(",")[0]);
      if (!this.tables.has(table)) this.tables.set(table, new Map());
      const rows = this.tables.get(table);
      rows.set(row, [...(rows.get(row) ?? []), input]);
    }
  }

  has(element) {
    return this.byKey.get(element?.name) === element;
  }

  /** The rows of the table a field stands in, and where in them it stands. */
  around(input) {
    const rows = [...this.tables.get(input.closest("table")).values()];
    const row = rows.findIndex((fields) => fields.includes(input));
    return { rows, row, column: rows[row].indexOf(input) };
  }

  /** The figure of a cell; null where it is not known. A cell of the source that nobody has filled in since is not known. */
  number(key) {
    const input = this.byKey.get(key);
    if (!input) return null;
    if (input.value === "" && "unknown" in input.dataset && input.value === input.defaultValue) return null;
    return readCount(input.value);
  }
}
