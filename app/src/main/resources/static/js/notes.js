// Passing notes go after a while, unless somebody reads them: a note with a way back stays longer, one with a problem stays.
const started = new WeakSet();

export function startNotes() {
  for (const note of document.querySelectorAll(".note")) {
    if (started.has(note)) {
      continue;
    }
    started.add(note);
    note.querySelector("[data-dismiss]")?.addEventListener("click", () => note.remove());
    if (!note.classList.contains("bad")) {
      let time = setTimeout(() => note.remove(), note.querySelector("form") ? 15000 : 6000);
      note.addEventListener("pointerenter", () => clearTimeout(time));
      note.addEventListener("pointerleave", () => { time = setTimeout(() => note.remove(), 3000); });
    }
  }
}
