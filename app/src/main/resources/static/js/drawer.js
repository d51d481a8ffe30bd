// A page shown at the right edge without leaving the list: the same address, asked for as a fragment.
export async function openDrawer(address) {
  const drawer = document.querySelector("dialog.drawer");
  const inside = drawer.querySelector(".inside");
  try {
    await htmx.ajax("GET", address, { target: inside, swap: "innerHTML" });
  } catch {
    window.location.assign(address);
    return;
  }
  if (!drawer.open) {
    drawer.showModal();
  }
  drawer.addEventListener("click", (event) => {
    if (event.target === drawer) {
      drawer.close();
    }
  });
}
