/** The grid of a chart: arrow keys between cells, and blocks pasted from Excel, WPS or Word. The page works without this. */

/** Rows of texts from tab-separated text; a quoted cell may hold line ends. */
export function rowsOf(text) {
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

const table = document.querySelector("[data-cells]");
const said = document.querySelector("[data-cells-said]");

/** Where a field stands: the heads are row 0, the names of rows column 0; in the heads nothing stands above the names. */
function place(input) {
  const row = input.closest("tr").rowIndex;
  return { row, column: input.closest("th, td").cellIndex };
}

const field = (row, column) => table.rows[row]?.cells[column]?.querySelector("input");

function go(event) {
  const { row, column } = place(event.target);
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0] }[event.key];
  if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = field(row + step[0], column + step[1]);
  if (event.key === "Enter") event.preventDefault();
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** A block that fits is put in from the field in hand on; a larger one is read on the server, merged heads and all. */
function paste(event) {
  const text = event.clipboardData.getData("text/plain");
  const rows = rowsOf(text);
  if (rows.length < 2 && rows[0].length < 2) return;
  event.preventDefault();
  const { row, column } = place(event.target);
  const fits = rows.every((cells, down) => cells.every((cell, right) => !cell.trim() || field(row + down, column + right)));
  if (fits && !(row === 0 && column < 2)) {
    rows.forEach((cells, down) => cells.forEach((cell, right) => {
      const one = field(row + down, column + right);
      if (one) one.value = cell.trim();
    }));
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
    said.textContent = `已粘贴 ${rows.length} 行`;
    return;
  }
  const html = event.clipboardData.getData("text/html");
  const form = table.closest("form");
  form.elements.pasted.value = /<table[\s>]/i.test(html) && html.length < 300_000 ? html : text;
  form.requestSubmit(form.querySelector("[data-read]"));
}

table?.addEventListener("keydown", go);
table?.addEventListener("paste", paste);
if (table) table.dataset.ready = "";
