/** Comforts of the host's page, which works without them: Ctrl+Enter sends, and what others did appears by itself. */

const PAUSE = 4000;
const root = document.querySelector("[data-console]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const box = event.target.closest("textarea[data-quick]");
  if (!box) return;
  event.preventDefault();
  box.form.requestSubmit();
});

/* A part in which somebody writes or chooses is left as it is. */
function busy(part) {
  const typed = [...part.querySelectorAll("textarea")].some((box) => box.value !== box.defaultValue);
  return typed || part.contains(document.activeElement) || part.querySelector("details[open]");
}

async function renew() {
  const address = new URL(location.pathname, location.href);
  const asked = await fetch(`${address}?seen=${encodeURIComponent(root.dataset.seen)}`);
  if (asked.status === 204 || !asked.ok) return;
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const fresh = page.querySelector("[data-console]");
  if (!fresh) return;
  let left = 0;
  for (const part of root.querySelectorAll("[data-part]")) {
    const other = fresh.querySelector(`#${part.id}`);
    if (other && busy(part)) left += part.textContent === other.textContent ? 0 : 1;
    else if (other) part.replaceWith(other);
  }
  root.dataset.seen = fresh.dataset.seen;
  const words = left ? "有新的变化；您正在填写的部分没有更新，填好再刷新" : "已更新";
  root.querySelector("[data-news]").textContent = `${words}（${new Date().toLocaleTimeString("zh-CN")}）`;
}

async function again() {
  try {
    if (!document.hidden) await renew();
  } catch {
    root.querySelector("[data-news]").textContent = "连接断开，稍后自动再试；也可以刷新这一页";
  }
  setTimeout(again, PAUSE);
}

if (root?.dataset.refresh) setTimeout(again, PAUSE);
