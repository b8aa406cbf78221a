/** Shows a chapter as it will be printed while it is typed, its fields filled in, and counts its characters. */

import { fieldParts } from "./sentences.js";

const SUBHEAD = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；：，！？]{1,30}$/;
const FIGURE = /\d+(?:[.,，]\d+)*(?:%|％)?(?:万元|亿元|元|件次|件|条|项|次|期|份|个|篇|人)?/g;

function marked(text, name = "") {
  const mark = document.createElement("b");
  mark.className = name ? "figure figure--field" : "figure";
  mark.textContent = text;
  if (!name) return mark;
  mark.title = `字段 ${name}`;
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.textContent = `（字段：${name}）`;
  mark.append(said);
  return mark;
}

function* plain(text) {
  let place = 0;
  for (const found of text.matchAll(FIGURE)) {
    yield text.slice(place, found.index);
    yield marked(found[0]);
    place = found.index + found[0].length;
  }
  yield text.slice(place);
}

function paragraph(parts) {
  const text = parts.map((part) => part.text).join("");
  const shown = document.createElement(SUBHEAD.test(text.trim()) ? "h3" : "p");
  for (const part of parts) shown.append(...(part.name ? [marked(part.text, part.name)] : plain(part.text)));
  return shown;
}

function show(area, number) {
  const box = area.closest("[data-chapter]");
  const lines = area.value.split("\n").map((line) => [...fieldParts(line.trim(), number)]);
  const written = lines.filter((parts) => parts.some((part) => part.text));
  const count = written.flat().map((part) => part.text).join("").replace(/\s/g, "").length;
  box.querySelector("[data-length]").textContent = `${count} 字`;
  box.querySelector("[data-preview]").replaceChildren(...written.map(paragraph));
}

/** Follow every chapter, and where it has fields the cells too; what the server showed stays until something is typed. */
export function previewChapters(form, number) {
  const areas = [...form.querySelectorAll("[data-chapter] textarea")];
  const waiting = new Set();
  let timer = 0;
  form.addEventListener("input", (event) => {
    const touched = areas.includes(event.target) ? [event.target] : areas.filter((area) => area.value.includes("{"));
    touched.forEach((area) => waiting.add(area));
    clearTimeout(timer);
    timer = setTimeout(() => {
      waiting.forEach((area) => show(area, number));
      waiting.clear();
    }, 200);
  });
}
