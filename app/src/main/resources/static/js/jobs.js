// Follows a job while it runs: the server sends the part of the page that has changed, and at the end the page is loaded anew for what came out.
for (const part of document.querySelectorAll("[data-job]")) {
  const source = new EventSource(part.dataset.job);
  source.addEventListener("job", (event) => {
    part.innerHTML = event.data;
  });
  source.addEventListener("end", () => {
    source.close();
    location.reload();
  });
  source.addEventListener("error", () => {
    // A connection that drops comes back by itself. One that is refused does not: then the page tells how things stand.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => location.reload(), 10000);
    }
  });
}
