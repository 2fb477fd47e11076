// One key for a link of the page, `<a data-key="j">`, or for a button, `<button data-key="1">`. Without such a link, j and k go through the rows of a list.
// The reader may switch the keys off; they never work while something is typed.
(() => {
  "use strict";
  const NAME = "keys-off";
  const stored = () => { try { return localStorage.getItem(NAME); } catch { return null; } };
  const keep = (off) => { try { off ? localStorage.setItem(NAME, "1") : localStorage.removeItem(NAME); } catch { /* not kept */ } };
  let off = stored() === "1";

  const choice = document.querySelector("[data-keys-choice]");
  if (choice) {
    const box = choice.querySelector("input");
    choice.hidden = false;
    box.checked = !off;
    box.addEventListener("change", () => { off = !box.checked; keep(off); });
  }

  const step = (by) => {
    const rows = [...document.querySelectorAll("main tbody th a")];
    if (!rows.length) return false;
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(Math.max(at + by, 0), rows.length - 1)].focus();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (off || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog")) return;
    const key = event.key.toLowerCase();
    const link = /^[a-z1-9]$/.test(key) && document.querySelector(`:is(a, button)[data-key="${key}"]`);
    if (link) {
      const unsaved = [...document.querySelectorAll("main textarea")].find((field) => field.value !== field.defaultValue);
      if (unsaved) unsaved.focus(); // what was typed is not left behind
      else link.click();
    }
    else if (!document.querySelector("a[data-key='j'], a[data-key='k']") && (key === "j" || key === "k") && step(key === "j" ? 1 : -1)) event.preventDefault();
  });
})();
