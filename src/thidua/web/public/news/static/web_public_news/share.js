// The button beside an article's address: hands it to the device's own menu, else copies it. Without it the link stands.
(() => {
  "use strict";
  const button = document.querySelector("[data-share]");
  if (!button || !(navigator.share || navigator.clipboard)) return;
  const said = document.getElementById("announcer");
  const tell = (words) => { if (said) said.textContent = words; };
  button.hidden = false;
  button.addEventListener("click", async () => {
    const url = button.dataset.share;
    try {
      if (navigator.share) { await navigator.share({ title: document.title, url }); return; }
      await navigator.clipboard.writeText(url);
      button.textContent = button.dataset.done;
      tell(button.dataset.done);
    } catch { /* the reader closed the menu; the address stands beside the button */ }
  });
})();
