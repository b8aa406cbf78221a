/** Goes from one uncertain cell to the next; a cell that was changed or ticked off is certain. */

export function walkUncertain(form, fields) {
  const button = form.querySelector("[data-next-uncertain]");
  if (!button) return;
  button.hidden = false;
  const doubtful = () =>
    fields.inputs.filter((input) => "uncertain" in input.dataset && input.value === input.defaultValue && !form.elements[`checked.${input.name}`]?.checked);
  const show = () => {
    const left = doubtful().length;
    button.textContent = left ? `下一处没有把握的格（还有 ${left} 格）` : "没有把握的格都核对了";
  };
  button.addEventListener("click", () => {
    const left = doubtful();
    const here = fields.inputs.indexOf(form.querySelector("[data-here]") ?? document.activeElement);
    const next = left.find((input) => fields.inputs.indexOf(input) > here) ?? left[0];
    form.querySelector("[data-here]")?.removeAttribute("data-here");
    if (!next) return;
    next.setAttribute("data-here", "");
    next.focus();
    next.scrollIntoView({ block: "center", inline: "center" });
  });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
