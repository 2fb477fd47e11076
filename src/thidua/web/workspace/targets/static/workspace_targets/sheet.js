// Saves each row of a sheet when one leaves its boxes. Without this file the buttons below the table do it.
(() => {
  "use strict";
  const sheet = document.querySelector("form[data-sheet]");
  if (!sheet) return;
  const token = sheet.querySelector("[name=csrfmiddlewaretoken]").value;
  const offline = document.getElementById("sheet-offline");
  const key = (row) => `phieu-${sheet.dataset.sheet}-${row.id}`;
  const boxes = (row) => [...row.querySelectorAll("input[name]")].filter((box) => box.type !== "hidden");
  const say = (text) => { const place = document.getElementById("announcer"); if (place) place.textContent = text; };

  // What is not sent yet is kept on this device, so that a reload or a lost line loses nothing.
  const version = (row) => row.querySelector("input[name$='-version']");
  const keep = (row) => {
    const typed = boxes(row).map((box) => [box.name, box.value]);
    try { localStorage.setItem(key(row), JSON.stringify({ seen: version(row).value, typed })); } catch { /* private mode */ }
  };
  const forget = (row) => { try { localStorage.removeItem(key(row)); } catch { /* private mode */ } };
  const waiting = new Set();
  const sending = new Map();

  const status = (row, text) => {
    row.querySelector("[data-part=status]").textContent = text;
    row.classList.toggle("sheet__row--waiting", Boolean(text));
  };

  const renew = (row, fresh) => {
    for (const part of fresh.querySelectorAll("[data-part]")) {
      const old = row.querySelector(`[data-part="${part.dataset.part}"]`);
      // The reason that somebody is typing right now stays under their hands.
      if (old && !old.contains(document.activeElement)) old.replaceWith(part);
    }
    row.className = fresh.className;
    const wrong = fresh.querySelector("[aria-invalid]");
    for (const box of boxes(row)) {
      if (box.closest("[data-part]")) continue;
      if (wrong) box.setAttribute("aria-invalid", "true"); else box.removeAttribute("aria-invalid");
    }
    const news = row.querySelector("[data-announce]");
    if (news && news.textContent) say(news.textContent.trim());
  };

  const save = async (row) => {
    if (sending.has(row)) { sending.set(row, true); return; } // once more when the first answer is there
    sending.set(row, false);
    keep(row);
    const body = new URLSearchParams();
    for (const box of row.querySelectorAll("input[name]")) body.set(box.name, box.value);
    try {
      const answer = await fetch(row.dataset.row, {
        method: "POST", body, headers: { "X-CSRFToken": token, "HX-Request": "true", "HX-Target": row.id },
      });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      renew(row, page.getElementById(row.id));
      document.getElementById("sheet-progress").replaceWith(page.getElementById("sheet-progress"));
      forget(row);
      waiting.delete(row);
    } catch {
      waiting.add(row);
      status(row, sheet.dataset.waiting);
    }
    offline.hidden = waiting.size === 0;
    offline.textContent = waiting.size ? sheet.dataset.offline : "";
    const again = sending.get(row);
    sending.delete(row);
    if (again) save(row);
  };

  sheet.addEventListener("change", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) save(row);
  });
  sheet.addEventListener("input", (event) => {
    const row = event.target.closest("[data-row]");
    if (row) keep(row);
  });
  sheet.addEventListener("submit", () => document.querySelectorAll("[data-row]").forEach(forget));
  addEventListener("online", () => waiting.forEach(save));
  setInterval(() => waiting.forEach(save), 20000);

  // What an earlier visit could not send.
  for (const row of document.querySelectorAll("[data-row]")) {
    try {
      const kept = JSON.parse(localStorage.getItem(key(row)) || '{"typed":[]}');
      let changed = false;
      for (const [name, value] of kept.typed) {
        const box = row.querySelector(`[name="${name}"]`);
        if (box && box.value !== value) { box.value = value; changed = true; }
      }
      // With the version of that visit: if somebody else has saved since, both values are shown.
      if (changed) { version(row).value = kept.seen; save(row); } else forget(row);
    } catch { forget(row); }
  }
})();
