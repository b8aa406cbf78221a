/** Computes totals on request, by the balances that make them, in the order of the server: rows, columns, rows again. */

const ORDER = ["row_sum", "outcomes_sum", "row_sum", "remedy_sum"];

/** How many totals were changed; the change is one step that can be taken back. */
export function fillTotals(fields, balances, steps) {
  const texts = new Map();
  const number = (key) => (texts.has(key) ? BigInt(texts.get(key)) : fields.number(key));
  const filled = (key) => texts.has(key) || fields.byKey.get(key)?.value.trim();
  for (const rule of ORDER) {
    for (const row of balances.filter((balance) => balance.rule === rule && balance.fills)) {
      const keys = row.left.map((term) => term.key);
      const numbers = keys.map(number);
      if (numbers.includes(null) || !keys.some(filled)) continue;
      texts.set(row.where, String(numbers.reduce((sum, one) => sum + one, 0n)));
    }
  }
  const pairs = [...texts].map(([key, text]) => [fields.byKey.get(key), text]).filter(([field, text]) => field.value !== text);
  steps.make("补算", pairs);
  return pairs.length;
}
