// Without this file figures lead to pages of their own, and the preview comes with a button.
(() => {
  "use strict";

  // A figure opens its card beside the text.
  const card = () => document.querySelector("div.figure-place[popover]");
  const open = async (link) => {
    try {
      const answer = await fetch(link.href, { headers: { "HX-Request": "true", "HX-Target": "so-lieu" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("so-lieu");
      if (!answer.ok || answer.redirected || !found) return location.assign(link.href);
      card().replaceChildren(...found.childNodes);
      card().showPopover();
      card().tabIndex = -1;
      card().focus();
      const back = (event) => {
        if (event.newState !== "closed") return;
        card().removeEventListener("toggle", back);
        link.focus();
      };
      card().addEventListener("toggle", back);
    } catch {
      location.assign(link.href);
    }
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-figure]");
    if (!link || !card() || !("popover" in HTMLElement.prototype)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link);
  });

  // While somebody types, the preview follows; the last answer wins.
  let latest = 0;
  const follow = async (form, id) => {
    const turn = ++latest;
    const data = new FormData(form);
    data.append(id, "1");
    const headers = { "HX-Request": "true", "HX-Target": id };
    const answer = await fetch(location.href, { method: "POST", body: data, headers });
    if (!answer.ok || turn !== latest) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
    if (fresh && turn === latest) document.getElementById(id).replaceChildren(...fresh.childNodes);
  };
  document.querySelectorAll("form[data-preview]").forEach((form) => {
    let timer;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      // A lost line is no harm here: the button shows the preview as well.
      timer = setTimeout(() => follow(form, form.dataset.preview).catch(() => {}), 600);
    });
  });

  // A chip puts its figure where the cursor is.
  document.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-insert]");
    const field = chip && document.querySelector("textarea[name=text]");
    if (!field) return;
    field.setRangeText(chip.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
