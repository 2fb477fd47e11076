// Rows of a book: the cell that was opened takes the keyboard, Tab saves it and opens the next; long work tells how far it is.
(() => {
  "use strict";
  const focusCell = () => {
    const field = document.querySelector(".book-edit :is(input:not([type=hidden], [type=checkbox]), select)");
    if (!field) return;
    field.focus();
    if (field.select) field.select();
  };

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest(".book-edit");
    if (!form || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = form.querySelector("[data-next-cell]");
    const isField = event.target.matches("input:not([type=checkbox]), select");
    if (event.key === "Tab" && !event.shiftKey && isField && next) {
      event.preventDefault();
      form.requestSubmit(next);
    } else if (event.key === "Escape") {
      event.preventDefault();
      form.querySelector("[data-leave-cell]").click();
    }
  });

  // The part of the page that was replaced holds another cell now.
  const main = document.querySelector("main");
  if (main) new MutationObserver((changes) => {
    if (changes.some((one) => [...one.addedNodes].some((node) => node.id === "book-grid"))) setTimeout(focusCell);
  }).observe(main, { childList: true, subtree: true });
  focusCell();

  const follow = async () => {
    const part = document.querySelector("[data-works]");
    if (!part) return;
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true", "HX-Target": "book-work" } });
      const text = await answer.text();
      const fresh = answer.ok && !answer.redirected && new DOMParser().parseFromString(text, "text/html").getElementById("book-work");
      if (!fresh || !("works" in fresh.dataset)) return location.reload();
      part.replaceWith(fresh);
    } catch { /* the line is down: the work goes on, and is asked about again */ }
    setTimeout(follow, 2000);
  };
  setTimeout(follow, 1500);
})();
