// A lookup offers its matches while somebody types; without this file the button beside the field does it.
// Keys and roles follow the combobox pattern of the ARIA Authoring Practices.
(() => {
  "use strict";
  let count = 0;

  const enhance = (box) => {
    const input = box.querySelector("input[type=text]");
    const number = box.querySelector("input[name$='-so']");
    const label = box.querySelector("input[name$='-nhan']");
    const list = document.createElement("ul");
    list.id = `lookup-${++count}`;
    list.className = "lookup__list";
    list.setAttribute("role", "listbox");
    list.hidden = true;
    const named = document.querySelector(`label[for="${input.id}"]`);
    if (named) list.setAttribute("aria-label", named.textContent.trim());
    box.querySelector(".lookup__find").remove();
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    })) input.setAttribute(name, value);
    box.querySelector(".lookup__line").after(list);

    let active = -1, timer = 0, latest = 0;
    const options = () => [...list.querySelectorAll("[data-value]")];
    const show = (open) => {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) mark(-1);
    };
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
    const choose = (option) => {
      input.value = label.value = option.textContent.trim();
      number.value = option.dataset.value;
      box.querySelectorAll(".lookup__matches, .lookup__none, .lookup__chosen").forEach((part) => part.remove());
      show(false);
    };
    const find = async () => {
      const turn = ++latest;
      const text = input.value.trim();
      if (text.length < 2) return show(false);
      try {
        const answer = await fetch(`${box.dataset.lookup}?q=${encodeURIComponent(text)}`);
        if (!answer.ok || answer.redirected || turn !== latest) return;
        list.innerHTML = await answer.text();
        show(document.activeElement === input);
        mark(-1);
        const announcer = document.getElementById("announcer");
        if (announcer) announcer.textContent = options().length || list.textContent.trim();
      } catch { show(false); }
    };

    input.addEventListener("input", () => {
      if (input.value !== label.value) number.value = "";
      clearTimeout(timer);
      timer = setTimeout(find, 200);
    });
    input.addEventListener("keydown", (event) => {
      const last = options().length - 1;
      if (event.key === "ArrowDown" && list.hidden) { event.preventDefault(); find(); }
      else if (event.key === "ArrowDown") { event.preventDefault(); mark(active >= last ? 0 : active + 1); }
      else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); mark(active <= 0 ? last : active - 1); }
      else if (event.key === "Enter" && active >= 0) { event.preventDefault(); choose(options()[active]); }
      else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show(false); }
    });
    input.addEventListener("blur", () => show(false));
    // Before the field loses the focus, so that the list is still there.
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[data-value]");
      if (option) choose(option);
    });
  };

  document.querySelectorAll("[data-lookup]").forEach(enhance);
})();
