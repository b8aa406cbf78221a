/** New answers of a live Q&A appear on the page as they are given. Without it, the page shows all by being opened again. */

const root = document.querySelector("[data-live]");
const link = root.querySelector("[data-link]");
const say = root.querySelector("[data-say]");
const PAUSE = 20000;
const LONGEST = 300000;
let pause = PAUSE;
let last = new URL(root.dataset.live, location.href).searchParams.get("after");

function told(words, off = false) {
  link.textContent = words;
  link.classList.toggle("live__link--off", off);
}

/* What the reader is looking at stays where it is, also in browsers that do not see to it themselves. */
function held(change) {
  const seen = [...root.querySelectorAll(".live__part")].find((one) => one.getBoundingClientRect().bottom > 0);
  const before = seen?.getBoundingClientRect().top;
  const moves = seen && before < 0;
  change();
  if (moves && seen.isConnected) scrollBy(0, seen.getBoundingClientRect().top - before);
}

/* Into its list by its place: what was said last on top, what waits by its number. */
function put(list, fresh) {
  const place = Number(fresh.dataset.place);
  const newest = list.id === "spoken";
  const next = [...list.children].find((one) => (newest ? Number(one.dataset.place) < place : Number(one.dataset.place) > place));
  list.insertBefore(fresh, next ?? null);
}

function take(part) {
  const old = document.getElementById(part.key);
  if (part.key === "head") {
    old.innerHTML = part.html;
    return;
  }
  const drawn = new DOMParser().parseFromString(part.html, "text/html").body.firstElementChild;
  held(() => {
    if (!drawn) old?.remove();
    else if (old?.parentElement.id === part.list && old.dataset.place === drawn.dataset.place) old.replaceWith(drawn);
    else {
      old?.remove();
      put(document.getElementById(part.list), drawn);
    }
  });
  drawn?.classList.add("live__part--new");
}

function listen() {
  const address = new URL(root.dataset.live, location.href);
  address.searchParams.set("after", last);
  const line = new EventSource(address);
  line.onopen = () => {
    pause = PAUSE;
    told("新的回答会自动出现");
  };
  line.addEventListener("part", (event) => {
    last = event.lastEventId;
    const part = JSON.parse(event.data);
    take(part);
    if (part.say) say.textContent = part.say;
  });
  line.addEventListener("over", () => {
    line.close();
    told("访谈的这一页不再自动更新");
  });
  line.onerror = () => {
    told("连接断开，正在重连…也可以点“看看有没有新的回答”", true);
    if (line.readyState !== EventSource.CLOSED) return;
    setTimeout(listen, pause);
    pause = Math.min(pause * 2, LONGEST);
  };
}

listen();
addEventListener("pagehide", () => told(""));
