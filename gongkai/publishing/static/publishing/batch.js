// While a batch runs, its progress is read again every few seconds; when it has ended, the page is.
const every = 3000;

async function look() {
  const here = document.querySelector("[data-batch]");
  const answer = await fetch(location.href, { credentials: "same-origin" }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const there = page.querySelector("[data-batch]");
    if (!there || there.dataset.batch !== "running") return location.reload();
    here.querySelector("[role=status]").textContent = there.querySelector("[role=status]").textContent;
    here.querySelector("progress").value = there.querySelector("progress").value;
  }
  setTimeout(look, every);
}

setTimeout(look, every);
