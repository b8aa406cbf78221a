/**
 * Places are drawn on the page: what is drawn fills in the form of the region, which is then sent without the page being loaded anew.
 * Without this module the form is typed. A page whose file is being made looks every two seconds whether it is.
 */

const MM = 25.4 / 72;
const LEAST = 0.004; // of the page: a smaller one was a click
const sheet = document.querySelector("[data-draw]");
const form = document.querySelector("[data-region]");
const clamp = (value) => Math.min(Math.max(value, 0), 1);

function at(event) {
  const box = sheet.querySelector("img").getBoundingClientRect();
  return [clamp((event.clientX - box.left) / box.width), clamp((event.clientY - box.top) / box.height)];
}

function say(text) {
  document.querySelector("[data-draw-said]").textContent = text;
}

function fill([left, top], [right, bottom]) {
  const mm = (share, side) => (share * side * MM).toFixed(1);
  const { wide, high, page } = sheet.dataset;
  const edges = { left: [left, wide], top: [top, high], width: [right - left, wide], height: [bottom - top, high] };
  form.elements.page.value = page;
  for (const [name, [share, side]] of Object.entries(edges)) form.elements[name].value = mm(share, Number(side));
  form.closest("details").open = true;
}

async function send() {
  if (!form.elements.ground.value) {
    say("请选择依据，再点“标记这一处”");
    form.elements.ground.focus();
    return;
  }
  say("正在保存……");
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return form.submit(); // the page says what is wrong
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-fresh]")) part.replaceWith(fresh.getElementById(part.id) ?? part);
  say("已标记，已保存");
}

function draw() {
  const toggle = document.querySelector("[data-draw-toggle]");
  let start = null;
  let shape = null;
  document.querySelector("[data-draw-buttons]").hidden = !matchMedia("(any-pointer: coarse)").matches;
  toggle.addEventListener("click", () => {
    const on = sheet.classList.toggle("is-drawing");
    toggle.setAttribute("aria-pressed", String(on));
    say(on ? "在页面上按住拖动；再点一次按钮恢复翻看" : "");
  });
  sheet.addEventListener("dragstart", (event) => event.preventDefault());
  sheet.addEventListener("pointerdown", (event) => {
    if (event.button || (event.pointerType === "touch" && !sheet.classList.contains("is-drawing"))) return;
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    start = at(event);
    shape = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    shape.setAttribute("class", "is-new");
    document.getElementById("overlay").append(shape);
  });
  const corners = (event) => {
    const end = at(event);
    return [[0, 1].map((axis) => Math.min(start[axis], end[axis])), [0, 1].map((axis) => Math.max(start[axis], end[axis]))];
  };
  sheet.addEventListener("pointermove", (event) => {
    if (!start) return;
    const [[left, top], [right, bottom]] = corners(event);
    for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) shape.setAttribute(name, value);
  });
  sheet.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [first, last] = corners(event);
    start = null;
    if (last[0] - first[0] < LEAST || last[1] - first[1] < LEAST) return shape.remove();
    fill(first, last);
    send();
  });
  sheet.addEventListener("pointercancel", () => { start = null; shape?.remove(); });
}

if (sheet && form) {
  draw();
  form.addEventListener("submit", (event) => {
    if (!form.reportValidity()) return;
    event.preventDefault();
    send();
  });
}
if (document.querySelector("[data-making]")) setTimeout(() => location.reload(), 2000);
