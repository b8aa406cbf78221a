/** Comforts of the desk, which works without them: "/" goes to the command box, a summary of errors is read first. */

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

/* The server says by a cookie that a form has been saved: the copy that autosave.js kept in this tab is not needed any more. */
const saved = document.cookie.match(/(?:^|; )saved_draft="?([^";]+)/);
if (saved) {
  sessionStorage.removeItem(`draft ${decodeURIComponent(saved[1])}`);
  document.cookie = "saved_draft=; path=/; max-age=0; samesite=lax";
}
