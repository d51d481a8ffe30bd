// What every page does: keys, menus, drawer, passing notes, the quiet bar, bulk selection. Pages work without it, with fewer comforts.
import { openDrawer } from "./drawer.js";
import { startDropZones } from "./dropzone.js";
import { startNotes } from "./notes.js";

const csrf = document.querySelector('meta[name="csrf"]')?.content ?? "";
const busy = document.querySelector(".busy");
let waiting = 0;
let quiet = 0;

function wait(delta) {
  waiting = Math.max(0, waiting + delta);
  clearTimeout(quiet);
  if (waiting > 0) {
    quiet = setTimeout(() => busy?.classList.add("on"), 100);
  } else {
    busy?.classList.remove("on");
  }
}

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = csrf;
});
document.addEventListener("htmx:beforeRequest", () => wait(1));
document.addEventListener("htmx:afterRequest", () => wait(-1));
document.addEventListener("htmx:afterSettle", (event) => start(event.detail.elt));

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "/") {
    const search = document.querySelector(".bar .search input");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  } else if (event.key === "?") {
    document.querySelector("dialog.keys")?.showModal();
  }
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest("a[data-drawer]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && matchMedia("(min-width: 761px)").matches) {
    event.preventDefault();
    openDrawer(link.href);
    return;
  }
  if (target?.closest("[data-print]")) {
    window.print();
  }
  if (target?.closest(".burger")) {
    event.preventDefault();
    const side = document.querySelector(".side");
    const open = side?.classList.toggle("open") ?? false;
    target.closest(".burger").setAttribute("aria-expanded", String(open));
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) {
      menu.open = false;
    }
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

document.addEventListener("change", (event) => {
  const box = event.target instanceof HTMLInputElement ? event.target : null;
  if (box?.matches("[data-submit]") || (event.target instanceof HTMLSelectElement && event.target.matches("[data-submit]"))) {
    event.target.form.requestSubmit();
  }
  const table = box?.closest("[data-selectable]");
  if (!table) {
    return;
  }
  const rows = [...table.querySelectorAll("tbody .pick input")];
  if (box.matches("thead .pick input")) {
    for (const row of rows) {
      row.checked = box.checked;
    }
  }
  const chosen = rows.filter((row) => row.checked).length;
  const bulk = document.querySelector(".bulk");
  if (bulk) {
    bulk.hidden = chosen === 0;
    bulk.querySelector("[data-count]").textContent = String(chosen);
  }
});

function start(root) {
  startDropZones(root);
  startNotes();
  if (root.querySelector?.("[data-plot]")) {
    import("./plot.js").then((plots) => plots.startPlots(root));
  }
}

start(document);
