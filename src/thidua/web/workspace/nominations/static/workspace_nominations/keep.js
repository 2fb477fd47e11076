// Keeps what is being typed on this device for a day, so that a closed tab, a lost line or a power cut costs nothing.
// Without this file each press of a button still keeps everything on the server.
(() => {
  "use strict";
  const PREFIX = "de-nghi:";
  const DAY = 24 * 3600 * 1000;
  const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const write = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private mode */ } };
  const forget = (key) => { try { localStorage.removeItem(key); } catch { /* private mode */ } };
  const plain = (text) => text.split(/\s+/).join(" ").trim();

  const form = document.querySelector("form[data-keep]");
  const key = form && `${PREFIX}${form.dataset.keep}`;
  try {
    for (const other of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const kept = read(other);
      // Sent, and this is another page: it was taken. Older than a day: nobody looks for it any more.
      if (!kept || Date.now() - kept.at > DAY || (kept.sent && other !== key)) forget(other);
    }
  } catch { return; /* no storage on this device */ }
  if (!form) return;

  const seen = () => (form.elements.seen ? form.elements.seen.value : "");
  const boxes = [...form.querySelectorAll("textarea[name], input[type=text][name]")]
    .filter((box) => !box.closest("[data-lookup]"));
  const keep = (sent) => {
    const typed = Object.fromEntries(boxes.map((box) => [box.name, box.value]));
    write(key, { at: Date.now(), seen: seen(), sent, typed });
  };

  const kept = read(key);
  const changed = kept ? boxes.filter((box) => box.name in kept.typed && plain(kept.typed[box.name]) !== plain(box.value)) : [];
  if (kept && (!changed.length || kept.seen !== seen())) forget(key);
  else if (kept) {
    const stored = changed.map((box) => [box, box.value]);
    for (const box of changed) {
      box.value = kept.typed[box.name];
      box.dispatchEvent(new Event("input"));
    }
    const note = form.querySelector("[data-keep-note]");
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => {
      for (const [box, value] of stored) {
        box.value = value;
        box.dispatchEvent(new Event("input"));
      }
      forget(key);
      note.hidden = true;
      boxes[0].focus();
    });
  }

  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(false), 300);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep(true);
  });
  addEventListener("pagehide", () => { if (timer && !(read(key) || {}).sent && read(key)) keep(false); });
  const offline = form.querySelector("[data-keep-offline]");
  const tell = () => { if (offline) offline.hidden = navigator.onLine; };
  addEventListener("offline", tell);
  addEventListener("online", tell);
  tell();
})();
