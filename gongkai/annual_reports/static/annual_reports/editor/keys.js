/** Moves through the tables from the keyboard: arrows, Enter, Ctrl+Home and Ctrl+End; Escape gives the old figure back. */

function atEdge(input, step) {
  if (input.selectionStart !== input.selectionEnd) return input.selectionEnd - input.selectionStart === input.value.length;
  return step < 0 ? input.selectionStart === 0 : input.selectionEnd === input.value.length;
}

function go(input) {
  input?.focus();
  input?.select();
  input?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** The field so many rows down that stands below the given one. */
function below(fields, input, step) {
  const { rows, row } = fields.around(input);
  const column = Number(input.dataset.place.split(",")[1]);
  const next = rows[row + step];
  return next?.filter((field) => Number(field.dataset.place.split(",")[1]) <= column).at(-1) ?? next?.[0];
}

function beside(fields, input, step) {
  const { rows, row, column } = fields.around(input);
  return rows[row][column + step];
}

function target(event, fields, input) {
  switch (event.key) {
    case "ArrowUp":
      return below(fields, input, -1);
    case "ArrowDown":
      return below(fields, input, 1);
    case "Enter":
      return below(fields, input, event.shiftKey ? -1 : 1) ?? input;
    case "ArrowLeft":
      return atEdge(input, -1) ? beside(fields, input, -1) : null;
    case "ArrowRight":
      return atEdge(input, 1) ? beside(fields, input, 1) : null;
    case "Home":
      return event.ctrlKey ? fields.around(input).rows[0][0] : null;
    case "End":
      return event.ctrlKey ? fields.around(input).rows.at(-1).at(-1) : null;
    default:
      return null;
  }
}

export function listenToKeys(form, fields, steps, saving) {
  form.addEventListener("focusin", ({ target: input }) => {
    if (!fields.has(input)) return;
    input.dataset.atFocus = input.value;
    input.select();
  });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      saving.submit();
      return;
    }
    const input = event.target;
    if (!fields.has(input) || event.isComposing || event.altKey) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && steps.undo(input)) {
      event.preventDefault();
    } else if (event.key === "Escape" && input.value !== input.dataset.atFocus) {
      input.value = input.dataset.atFocus;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    } else {
      const next = target(event, fields, input);
      if (!next) return;
      event.preventDefault();
      go(next);
    }
  });
}
