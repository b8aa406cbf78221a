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

/* On a phone the menu scrolls sideways: the entry of this page is brought into sight. */
const here = document.querySelector(".desk__menu [aria-current]");
if (here) here.closest(".desk__menu").scrollLeft = here.offsetLeft - 24;

/* The server says by a cookie that a form has been saved: the copy that autosave.js kept in this tab is not needed any more. */
const saved = document.cookie.match(/(?:^|; )saved_draft="?([^";]+)/);
if (saved) {
  sessionStorage.removeItem(`draft ${decodeURIComponent(saved[1])}`);
  document.cookie = "saved_draft=; path=/; max-age=0; samesite=lax";
}
