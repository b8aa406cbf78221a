/** Shows a chapter as it will be printed while it is typed, and counts its characters. */

const SUBHEAD = /^[（(][一二三四五六七八九十]{1,3}[）)][^。；：，！？]{1,30}$/;
const FIGURE = /\d+(?:[.,，]\d+)*(?:%|％)?(?:万元|亿元|元|件次|件|条|项|次|期|份|个|篇|人)?/g;

function paragraph(line) {
  const part = document.createElement(SUBHEAD.test(line) ? "h3" : "p");
  let place = 0;
  for (const found of line.matchAll(FIGURE)) {
    const mark = document.createElement("b");
    mark.className = "figure";
    mark.textContent = found[0];
    part.append(line.slice(place, found.index), mark);
    place = found.index + found[0].length;
  }
  part.append(line.slice(place));
  return part;
}

function show(area) {
  const box = area.closest("[data-chapter]");
  const count = area.value.replace(/\s/g, "").length;
  box.querySelector("[data-length]").textContent = `${count} 字`;
  const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean);
  box.querySelector("[data-preview]").replaceChildren(...lines.map(paragraph));
}

/** Follow every chapter; the preview made by the server, with doubtful sentences marked, stays until something is typed. */
export function previewChapters(form) {
  let timer = 0;
  for (const area of form.querySelectorAll("[data-chapter] textarea")) {
    area.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => show(area), 200);
    });
  }
}
