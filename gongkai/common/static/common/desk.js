/** Two comforts of the desk, which works without them: "/" goes to the command box, and a summary of errors is read first. */

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("[data-command]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

document.querySelector("[data-errors]")?.focus();
