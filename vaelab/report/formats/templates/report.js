"use strict";
// Sorting: best first, then worst first; cells without a value stay last in both directions.
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const header = button.closest("th");
    const body = header.closest("table").tBodies[0];
    const down = header.getAttribute("aria-sort") === "ascending";
    const key = (row) => row.cells[header.cellIndex].dataset.sort ?? "";
    const text = header.dataset.text !== undefined;
    const rows = [...body.rows].sort((one, other) => {
      const a = key(one), b = key(other);
      if (a === "" || b === "") return (a === "") - (b === "");
      const order = text ? a.localeCompare(b) : Number(a.replace("inf", "Infinity")) - Number(b.replace("inf", "Infinity"));
      return (down ? -order : order) || 0;
    });
    for (const each of header.parentElement.cells) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  });
}
// Sliding uncovers the original in place of the reconstruction.
for (const shot of document.querySelectorAll(".trio")) {
  const original = shot.querySelector("img");
  const stack = shot.querySelector(".stack");
  const over = original.cloneNode();
  over.alt = "";
  stack.append(over);
  const slide = document.createElement("input");
  slide.type = "range";
  slide.className = "slide";
  slide.value = "0";
  slide.setAttribute("aria-label", "Uncover the original");
  slide.addEventListener("input", () => stack.style.setProperty("--cut", slide.value));
  stack.after(slide);
  const hint = document.createElement("small");
  hint.className = "hint";
  hint.textContent = "Slide to uncover the original";
  slide.after(hint);
}
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
});
