/** Takes a block of cells from Excel, WPS or Word and puts it into the table from the field in hand on. */

import { readCount } from "./fields.js";

const MOST = 5000; // cells; a whole report has 200

/** Rows of texts from tab-separated text; a quoted cell may hold line ends. */
export function rowsOfText(text) {
  const rows = [[""]];
  let quoted = false;
  const even = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < even.length; at += 1) {
    const sign = even[at];
    const row = rows.at(-1);
    if (sign === '"' && (quoted || row.at(-1) === "")) {
      if (quoted && even[at + 1] === '"') row[row.length - 1] += even[(at += 1)];
      else quoted = !quoted;
    } else if (sign === "\t" && !quoted) row.push("");
    else if (sign === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows;
}

/** Rows of texts from the first table of an HTML clipboard, merged cells spread out; null where there is none. */
export function rowsOfHtml(html) {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((source, at) => {
    let column = 0;
    for (const cell of source.cells) {
      while (rows[at][column] !== undefined) column += 1;
      const wide = Math.min(cell.colSpan, 20);
      for (let down = 0; down < Math.min(cell.rowSpan, 60) && rows[at + down]; down += 1) {
        for (let right = 0; right < wide; right += 1) rows[at + down][column + right] = down || right ? "" : cell.textContent.trim();
      }
      column += wide;
    }
  });
  return rows;
}

/** The block without the headings above and beside its figures. */
export function figuresOf(rows) {
  const isLabel = (text) => text.trim() !== "" && !/^[-+]?[\d.,，]/.test(text.trim().normalize("NFKC")) && readCount(text) === null;
  const body = rows.slice(Math.max(0, rows.findIndex((row) => !row.some(isLabel) || row.some((text) => /^\s*\d+\s*$/.test(text)))));
  const wide = Math.max(...body.map((row) => row.length));
  let labels = 0;
  for (let column = 0; column < wide; column += 1) if (body.some((row) => isLabel(row[column] ?? ""))) labels = column + 1;
  return labels < wide ? body.map((row) => row.slice(labels)) : body;
}

function block(clipboard) {
  const text = clipboard.getData("text/plain");
  const html = clipboard.getData("text/html");
  if (text.length > 1_000_000 || html.length > 4_000_000) return { tooLarge: true };
  const rows = (html.includes("<table") && rowsOfHtml(html)) || rowsOfText(text);
  if (rows.length * rows[0].length > MOST) return { tooLarge: true };
  return { rows: rows.length > 1 || rows[0].length > 1 ? figuresOf(rows) : null };
}

export function listenToPaste(form, fields, steps, balances) {
  form.addEventListener("paste", (event) => {
    const input = event.target;
    if (!fields.has(input)) return;
    const { rows, tooLarge } = block(event.clipboardData);
    if (!rows && !tooLarge) return;
    event.preventDefault();
    if (tooLarge) {
      balances.say("剪贴板里的内容太多，没有粘贴；请只复制表中的数字");
      return;
    }
    const { rows: lines, row, column } = fields.around(input);
    const changes = [];
    let outside = 0;
    rows.forEach((texts, down) =>
      texts.forEach((text, right) => {
        const field = lines[row + down]?.[column + right];
        if (field) changes.push([field, text.trim()]);
        else if (text.trim()) outside += 1;
      }),
    );
    steps.make("粘贴", changes);
    balances.say(`已粘贴 ${changes.length} 格${outside ? `，有 ${outside} 格超出表格没有粘贴` : ""}；按 Ctrl+Z 可以撤销`);
  });
}
