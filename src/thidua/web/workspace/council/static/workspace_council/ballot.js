// Keeps the choices of a ballot in this tab until it is cast, and says how many are made. The ballot works without it.
// They never leave the device before they are cast, and go with the tab: the device may be used by others, too.
(() => {
  "use strict";
  const key = (ballot) => `phieu-${ballot}`;
  const done = document.querySelector("[data-ballot-done]");
  if (done) {
    try { sessionStorage.removeItem(key(done.dataset.ballotDone)); } catch { /* private mode */ }
    return;
  }
  const form = document.querySelector("form[data-ballot]");
  if (!form) return;
  const answers = () => [...form.querySelectorAll("input[type=radio][name^=item_]")];
  const chosen = () => answers().filter((answer) => answer.checked);
  const count = document.getElementById("ballot-chosen");
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  const tell = () => { if (count) count.textContent = number(new Set(chosen().map((answer) => answer.name)).size); };

  const keep = () => {
    const made = chosen().map((answer) => [answer.name, answer.value]);
    if (!made.length) return;
    try { sessionStorage.setItem(key(form.dataset.ballot), JSON.stringify(made)); } catch { /* private mode */ }
  };

  // What the server sent back with the page is newer than what was kept.
  const restore = () => {
    let kept = [];
    try { kept = JSON.parse(sessionStorage.getItem(key(form.dataset.ballot)) || "[]"); } catch { /* private mode */ }
    const answered = new Set(chosen().map((answer) => answer.name));
    let restored = false;
    for (const [name, value] of kept) {
      const answer = answers().find((one) => one.name === name && one.value === value);
      if (!answer || answered.has(name)) continue;
      answer.checked = true;
      restored = true;
    }
    const note = document.getElementById("ballot-restored");
    if (restored && note) note.hidden = false;
  };

  form.addEventListener("change", () => { keep(); tell(); });
  restore();
  keep();
  tell();
})();
