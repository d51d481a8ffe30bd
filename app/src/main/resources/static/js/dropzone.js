// Files dropped on a zone become the files of its field.
const started = new WeakSet();

export function startDropZones(root) {
  for (const zone of root.querySelectorAll?.("[data-drop]") ?? []) {
    if (started.has(zone)) {
      continue;
    }
    started.add(zone);
    const field = zone.querySelector("input[type=file]");
    const names = zone.querySelector("[data-names]");
    const show = () => { names.textContent = [...field.files].map((file) => file.name).join(" · "); };
    field.addEventListener("change", show);
    zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      const dropped = new DataTransfer();
      const all = [...event.dataTransfer.files];
      for (const file of field.multiple ? all : all.slice(0, 1)) {
        dropped.items.add(file);
      }
      field.files = dropped.files;
      show();
    });
  }
}
