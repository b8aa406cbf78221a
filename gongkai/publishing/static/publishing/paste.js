/** What Word, WPS and Excel put on the clipboard, as plain mark-up: hidden and deleted words, comments and styles go, lists become lists. */

const UNSEEN = /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i;
const GONE = "style, script, xml, meta, link, title, del, [hidden], .msoDel, .MsoDel, .msocomtxt, .msocomanchor, .msocomoff, .MsoCommentReference";
const KEPT = { td: ["colspan", "rowspan"], th: ["colspan", "rowspan"], a: ["href"], img: ["src", "alt"] };
const RANKS = { H1: "h2", H5: "h4", H6: "h4" };
const BULLETS = /^[·•●○■◆\u25aa\uf06c\uf06e\uf075\uf0b7\uf0d8\uf0fcØ§oüvnul-]$/;

/** Styles are renamed before the mark-up is parsed: the policy of this site refuses them even in a page that nobody sees. */
function parsed(html) {
  const quiet = html
    .replace(/<(style|xml|script)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, " data-style="));
  return new DOMParser().parseFromString(quiet, "text/html");
}

function renamed(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

/** The list that goes on just before a paragraph, if it is of that kind. */
const listBefore = (paragraph, name) => (paragraph.previousElementSibling?.localName === name ? paragraph.previousElementSibling : null);

/** Word makes lists of paragraphs that begin with their number; only those that a list of this site counts alike become one. */
function listed(paragraph) {
  const mark = paragraph.querySelector('[data-style*="mso-list:Ignore" i]');
  if (!mark) return;
  const text = mark.textContent.replace(/[\s\u00a0]/g, "");
  mark.remove();
  const number = Number(/^(\d+)[.、．)]$/.exec(text)?.[1] ?? 0);
  const name = BULLETS.test(text) ? "ul" : number ? "ol" : "";
  let list = name && listBefore(paragraph, name);
  if (name === "ol" && number !== (list ? list.children.length : 0) + 1) list = number === 1 ? null : undefined;
  if (!name || list === undefined) return paragraph.prepend(`${text}${/[、）)]$/.test(text) ? "" : " "}`);
  const point = paragraph.ownerDocument.createElement("li");
  if (!list) paragraph.before((list = paragraph.ownerDocument.createElement(name)));
  paragraph.replaceWith();
  point.append(paragraph);
  list.append(point);
}

function withoutAttributes(element) {
  const kept = KEPT[element.localName] ?? [];
  for (const { name } of [...element.attributes]) if (!kept.includes(name)) element.removeAttribute(name);
}

/** The mark-up, and how many pictures could not come along: a page may not read the files of the computer it is shown on. */
export function bare(html) {
  const page = parsed(html);
  const all = (what) => [...page.body.querySelectorAll(what)];
  for (const one of all(GONE)) one.remove();
  for (const one of all("[data-style]")) if (UNSEEN.test(one.dataset.style)) one.remove();
  const foreign = all("img").filter((one) => !one.getAttribute("src")?.startsWith("/files/"));
  for (const one of foreign) one.remove();
  for (const one of all('p[data-style*="mso-list" i], p[class^="MsoListParagraph"]')) listed(one);
  for (const one of all("*")) withoutAttributes(one);
  for (const one of all("p")) if (!one.closest("td, th") && !one.textContent.trim() && !one.querySelector("img")) one.remove();
  for (const [from, to] of Object.entries(RANKS)) for (const one of all(from)) renamed(one, to);
  return { html: page.body.innerHTML.replace(/<!--[\s\S]*?-->/g, ""), lost: foreign.length };
}
