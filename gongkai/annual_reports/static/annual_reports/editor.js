/** The editor of an annual report. The page works without this: keys, pasting, live balances and the preview are comforts. */

import { Balances } from "./editor/balances.js";
import { previewChapters } from "./editor/chapters.js";
import { Fields } from "./editor/fields.js";
import { listenToKeys } from "./editor/keys.js";
import { listenToPaste } from "./editor/paste.js";
import { Saving } from "./editor/saving.js";
import { insertFields, numbersOf } from "./editor/sentences.js";
import { Steps } from "./editor/steps.js";
import { fillTotals } from "./editor/totals.js";
import { walkUncertain } from "./editor/uncertain.js";

const form = document.querySelector("[data-report-form]");
const data = document.getElementById("balances");

if (form && data) {
  const fields = new Fields(form);
  const status = form.querySelector("[data-grid-status]");
  const told = JSON.parse(data.textContent);
  const balances = new Balances(fields, told.balances, status);
  const saving = new Saving(form);
  const steps = new Steps(form, (inputs) => inputs.forEach((input) => input.dispatchEvent(new Event("input", { bubbles: true }))));
  listenToKeys(form, fields, steps, saving);
  listenToPaste(form, fields, steps, balances);
  form.querySelector("[data-fill-totals]")?.addEventListener("click", (event) => {
    event.preventDefault();
    const filled = fillTotals(fields, balances.rows, steps);
    balances.say(filled ? `已补算 ${filled} 个总计，可以撤销` : "没有需要补算的总计");
  });
  form.addEventListener("input", (event) => fields.has(event.target) && balances.weighSoon());
  form.addEventListener("focusin", (event) => balances.explain(fields.has(event.target) ? event.target : null));
  const stale = document.querySelector("[data-stale]");
  if (stale) form.addEventListener("input", () => (stale.hidden = false), { once: true });
  balances.weigh({ quiet: true });
  previewChapters(form, told.fields ? numbersOf(fields, told) : () => undefined);
  insertFields(form);
  walkUncertain(form, fields);
}
