// Everything works without this file; it saves reloads and says more.
(() => {
  "use strict";
  const announcer = () => document.getElementById("announcer");
  const say = (text) => { if (announcer()) announcer().textContent = text; };

  const focusSummary = (root) => {
    const summary = root.querySelector("[data-focus]");
    if (summary) summary.focus();
  };

  // Fields with a limit say how much is left, politely and only near the end.
  const count = (note) => {
    const field = document.getElementById(note.dataset.countFor);
    if (!field) return;
    const show = () => {
      const left = Number(note.dataset.countMax) - field.value.length;
      const words = left < 0 ? note.dataset.countOver : note.dataset.countLeft;
      note.textContent = `${Math.abs(left).toLocaleString(document.documentElement.lang)} ${words}`;
      note.classList.toggle("field__count--over", left < 0);
    };
    field.removeAttribute("maxlength"); // what was typed is never cut; the server says what is too long
    field.addEventListener("input", show);
    show();
  };

  // Replace one element of the page by its new state. The server sees the headers that htmx would send.
  const address = () => location.pathname + location.search;
  let shown = address();
  let latest = 0;
  const refresh = async (id, url) => {
    const part = document.getElementById(id);
    const turn = ++latest;
    part.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { headers: { "HX-Request": "true", "HX-Target": id } });
      if (!answer.ok || answer.redirected) return location.assign(answer.redirected ? answer.url : url);
      const text = await answer.text();
      if (turn !== latest) return;
      const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(id);
      if (!fresh) return location.assign(url);
      const focused = part.contains(document.activeElement);
      part.replaceWith(fresh);
      history.pushState(null, "", url);
      shown = address();
      if (focused) { fresh.tabIndex = -1; fresh.focus({ preventScroll: true }); }
      const news = fresh.querySelector("[data-announce]");
      if (news) say(news.textContent.trim());
      prepare(fresh);
    } catch {
      location.assign(url); // the browser's own page tells that the line is down; nothing typed in a filter is lost
    }
  };

  // A form that changes one element of the page: sent from here, the element is replaced by its new state.
  const send = async (form, button) => {
    const id = form.dataset.refresh;
    const part = document.getElementById(id);
    part.setAttribute("aria-busy", "true");
    try {
      const headers = { "HX-Request": "true", "HX-Target": id };
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button), headers });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && !answer.redirected && page.getElementById(id);
      if (!fresh) return form.submit(); // the browser shows the page that says why
      part.replaceWith(fresh);
      fresh.tabIndex = -1;
      fresh.focus({ preventScroll: true });
      const news = fresh.querySelector("[data-announce]");
      if (news) say(news.textContent.trim());
      prepare(fresh);
      focusSummary(fresh);
    } catch {
      form.submit();
    }
  };

  const filterAddress = (form) => {
    const answers = [...new FormData(form)].filter(([, value]) => value !== "");
    return `${form.getAttribute("action") || location.pathname}?${new URLSearchParams(answers)}`;
  };

  // The confirm page of a grave step, shown on top of this one.
  const confirmOnTop = async (link) => {
    try {
      const answer = await fetch(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.querySelector("[data-confirm-part]");
      if (!answer.ok || answer.redirected || !part) return location.assign(link.href);
      const dialog = document.createElement("dialog");
      dialog.className = "confirm";
      const heading = part.querySelector("h1");
      const title = document.createElement("h2");
      title.id = "confirm-heading";
      title.textContent = heading.textContent;
      heading.replaceWith(title);
      dialog.setAttribute("aria-labelledby", title.id);
      dialog.append(part);
      dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
      dialog.addEventListener("click", (event) => {
        if (!event.target.closest("a.button--quiet")) return;
        event.preventDefault();
        dialog.close();
      });
      document.body.append(dialog);
      dialog.showModal();
    } catch {
      location.assign(link.href);
    }
  };

  const prepare = (root) => root.querySelectorAll("[data-count-for]").forEach(count);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-refresh], a[data-confirm]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (link.dataset.refresh) refresh(link.dataset.refresh, link.href);
    else confirmOnTop(link);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if ("once" in form.dataset) {
      // A double click would show the second answer instead of the first.
      if (form.dataset.once === "sent") event.preventDefault();
      form.dataset.once = "sent";
      setTimeout(() => { form.dataset.once = ""; }, 5000); // the line may have dropped
    }
    if (!form.dataset.refresh) return;
    event.preventDefault();
    if (form.method === "get") refresh(form.dataset.refresh, filterAddress(form));
    else send(form, event.submitter);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form && form.dataset.refresh && form.method === "get") refresh(form.dataset.refresh, filterAddress(form));
  });
  // Back after a refresh: the whole page of that address, so that filters and list agree. Links within the page
  // come here, too; they change nothing but the place.
  addEventListener("popstate", () => { if (address() !== shown) location.reload(); });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && document.querySelector("details.account[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });
  document.addEventListener("click", (event) => {
    const open = document.querySelector("details.account[open]");
    if (open && !open.contains(event.target)) open.open = false;
  });

  // A long menu scrolls by itself: where one is must be in sight.
  const here = document.querySelector(".side__menu [aria-current]");
  if (here) here.closest("nav").scrollTop = here.offsetTop - innerHeight / 2;

  prepare(document);
  focusSummary(document);
})();
