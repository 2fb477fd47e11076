// The search box offers names and tokens while somebody types, `/` leads to it, and long work goes on by itself.
// Everything works without this file.
(() => {
  "use strict";
  const box = document.querySelector("[data-suggestions]");
  const input = box && box.querySelector("input");

  const keysAreOff = () => { try { return localStorage.getItem("keys-off") === "1"; } catch { return false; } };
  document.addEventListener("keydown", (event) => {
    if (!input || event.key !== "/" || keysAreOff() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  if (input) {
    const list = document.createElement("ul");
    list.id = "register-suggestions";
    list.className = "lookup__list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", document.querySelector(`label[for="${input.id}"]`).textContent.trim());
    list.hidden = true;
    box.append(list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);

    let active = -1, timer = 0, latest = 0;
    const options = () => [...list.querySelectorAll("[data-value]")];
    const mark = (place) => {
      active = place;
      options().forEach((option, index) => {
        option.id = `${list.id}-${index}`;
        option.setAttribute("aria-selected", String(index === place));
        if (index === place) option.scrollIntoView({ block: "nearest" });
      });
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", `${list.id}-${place}`);
    };
    const show = (open) => {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) mark(-1);
    };
    const choose = (option) => {
      input.value = option.dataset.value;
      show(false);
      latest++;
      if (input.value.endsWith(":")) { input.focus(); find(); }
      else input.form.requestSubmit();
    };
    const find = async () => {
      const turn = ++latest;
      if (input.value.trim().length < 2) return show(false);
      try {
        const headers = { "HX-Request": "true", "HX-Target": list.id };
        const answer = await fetch(`${box.dataset.suggestions}?q=${encodeURIComponent(input.value)}`, { headers });
        if (!answer.ok || answer.redirected || turn !== latest) return;
        list.innerHTML = await answer.text();
        show(options().length > 0 && document.activeElement === input);
        mark(-1);
      } catch { show(false); }
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, 150); });
    input.addEventListener("keydown", (event) => {
      const last = options().length - 1;
      if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); mark(active >= last ? 0 : active + 1); }
      else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); mark(active <= 0 ? last : active - 1); }
      else if (event.key === "Enter" && active >= 0) { event.preventDefault(); choose(options()[active]); }
      else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show(false); }
    });
    input.addEventListener("blur", () => show(false));
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[data-value]");
      if (option) choose(option);
    });
  }

  // Long work is cut into answers of a few seconds; the page asks for the next one as long as it is open.
  const work = document.querySelector("form[data-goes-on]");
  if (work) setTimeout(() => work.requestSubmit(), 300);
})();
