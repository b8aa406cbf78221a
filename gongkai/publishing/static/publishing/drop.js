/** A file dropped anywhere on the page goes into its form and is read at once, as one that is chosen. The form works without this. */

const form = document.querySelector("[data-drop]");
const field = form?.querySelector('input[type="file"]');
const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

function read() {
  if (!field.files.length) return;
  form.querySelector("[data-drop-state]").textContent = `正在读取“${field.files[0].name}”，旧版 Word、WPS 文件要十几秒……`;
  form.requestSubmit();
}

if (form) {
  field.addEventListener("change", read);
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault(); // once is enough
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
  for (const kind of ["dragenter", "dragover"]) {
    addEventListener(kind, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  addEventListener("dragleave", (event) => event.relatedTarget ?? form.classList.remove("is-over"));
  addEventListener("drop", (event) => {
    form.classList.remove("is-over");
    if (!carriesFiles(event)) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    read();
  });
}
