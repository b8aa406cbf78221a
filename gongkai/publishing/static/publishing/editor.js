/** The editor of a draft: headings, lists, bold, links and tables, pasted from Word or WPS too. Without it the box with lines works. */
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Editor, Gapcursor, HardBreak, Heading, History, HorizontalRule, Image, Italic, Link, ListItem,
  OrderedList, Paragraph, Subscript, Superscript, Table, TableCell, TableHeader, TableRow, Text, Underline,
} from "../django_prose_editor/editor.js";
import { bare } from "./paste.js";

/** Name, words, what it does, when it is on, when it can be used. */
const TOOLS = [
  ["p", "正文", (run) => run.setParagraph(), (e) => e.isActive("paragraph")],
  ["h2", "标题一", (run) => run.toggleHeading({ level: 2 }), (e) => e.isActive("heading", { level: 2 })],
  ["h3", "标题二", (run) => run.toggleHeading({ level: 3 }), (e) => e.isActive("heading", { level: 3 })],
  ["bold", "加粗", (run) => run.toggleBold(), (e) => e.isActive("bold")],
  ["ul", "列表", (run) => run.toggleBulletList(), (e) => e.isActive("bulletList")],
  ["ol", "编号", (run) => run.toggleOrderedList(), (e) => e.isActive("orderedList")],
  ["link", "链接", linkTo, (e) => e.isActive("link")],
  ["table", "插入表格", (run) => run.insertTable({ rows: 3, cols: 3, withHeaderRow: true }), () => false],
  ["row+", "加一行", (run) => run.addRowAfter(), () => false, "table"],
  ["row-", "删此行", (run) => run.deleteRow(), () => false, "table"],
  ["col+", "加一列", (run) => run.addColumnAfter(), () => false, "table"],
  ["col-", "删此列", (run) => run.deleteColumn(), () => false, "table"],
  ["cells", "合并或拆分单元格", (run) => run.mergeOrSplit(), () => false, "table"],
  ["table-", "删表格", (run) => run.deleteTable(), () => false, "table"],
  ["undo", "撤销", (run) => run.undo(), () => false],
  ["redo", "重做", (run) => run.redo(), () => false],
];

function linkTo(run, editor) {
  if (editor.isActive("link")) return run.extendMarkRange("link").unsetLink();
  const address = window.prompt("链接的网址", "https://");
  return address ? run.setLink({ href: address }) : run;
}

function toolbar(editor) {
  const bar = Object.assign(document.createElement("div"), { className: "body-editor__tools" });
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "正文的格式");
  const buttons = TOOLS.map(([, words, act, isOn, inside]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
    button.addEventListener("mousedown", (event) => event.preventDefault()); // the text keeps the focus
    button.addEventListener("click", () => act(editor.chain().focus(), editor).run());
    bar.append(button);
    return () => {
      if (isOn.length) button.setAttribute("aria-pressed", String(isOn(editor)));
      button.hidden = Boolean(inside) && !editor.isActive(inside);
    };
  });
  const renew = () => buttons.forEach((each) => each());
  editor.on("transaction", renew);
  renew();
  return bar;
}

const plainLink = Link.configure({ enableTarget: false, openOnClick: false, autolink: false });
const extensions = [
  Blockquote, Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading.configure({ levels: [2, 3, 4] }), History, HorizontalRule, Image, Italic,
  plainLink, ListItem, OrderedList, Paragraph, Subscript, Superscript, Table.configure({ resizable: false }), TableCell, TableHeader, TableRow, Text, Underline,
];

function start(form) {
  const sent = form.querySelector("[data-body]");
  const place = form.querySelector("[data-editor]");
  const frame = Object.assign(document.createElement("div"), { className: "body-editor document" });
  place.append(frame);
  const said = Object.assign(document.createElement("p"), { className: "body-editor__saved", hidden: true });
  said.setAttribute("role", "status");
  const pasted = (html) => {
    const { html: kept, lost } = bare(html);
    said.hidden = !lost;
    said.textContent = lost ? `有 ${lost} 张图片不能粘贴进来；请用上面的“用 Word 文件的内容”，图片会一起转入` : "";
    return kept;
  };
  const editor = new Editor({
    element: frame,
    extensions,
    content: sent.value,
    injectCSS: false,
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": "body-label" },
      transformPastedHTML: pasted,
    },
    onUpdate: () => {
      sent.value = editor.isEmpty ? "" : editor.getHTML();
      sent.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  frame.prepend(toolbar(editor));
  frame.append(said);
  place.hidden = false;
  sent.disabled = false;
  const lines = form.querySelector("[data-lines]");
  lines.hidden = true;
  lines.querySelector("textarea").dataset.autosaveSkip = "";
  // What was kept while typing is put back into the field: the editor follows.
  sent.addEventListener("change", () => editor.commands.setContent(sent.value));
}

const form = document.querySelector("[data-body-form]");
if (form) start(form);
