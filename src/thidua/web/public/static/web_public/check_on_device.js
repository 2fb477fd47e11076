// Checks the signature of a certificate's QR on this device, with the public keys that stand in the page.
(() => {
  "use strict";
  const form = document.querySelector("[data-check-on-device]");
  const box = document.getElementById("id_code");
  const told = document.querySelector("[data-told]");
  const keys = JSON.parse(document.getElementById("public-keys").textContent);
  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const PREFIX = "THIDUA1:";
  const SIGNATURE = 64;

  const bytesOf = (letters) => {
    const bytes = [];
    let bits = 0;
    let value = 0;
    for (const letter of letters) {
      const place = LETTERS.indexOf(letter);
      if (place < 0) return null;
      value = (value << 5) | place;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.push((value >> bits) & 255);
        value &= (1 << bits) - 1;
      }
    }
    return value === 0 ? new Uint8Array(bytes) : null;
  };

  const read = (text) => {
    const letters = text.replace(/\s/g, "").toUpperCase().split("#").pop();
    if (!letters.startsWith(PREFIX)) return { fault: "other" };
    const data = bytesOf(letters.slice(PREFIX.length));
    if (!data || data.length <= SIGNATURE) return { fault: "cut" };
    const lines = data.slice(0, -SIGNATURE);
    try {
      const words = new TextDecoder("utf-8", { fatal: true }).decode(lines).split("\n");
      return words.length === 7 && words[6] === "" ? { words, lines, signature: data.slice(-SIGNATURE) } : { fault: "cut" };
    } catch {
      return { fault: "cut" };
    }
  };

  const proved = async ({ words, lines, signature }) => {
    const key = keys.find((one) => one.id === words[0]);
    if (!key) return "unknown";
    const raw = Uint8Array.from(atob(key.public), (sign) => sign.charCodeAt(0));
    const domain = new TextEncoder().encode("THIDUA1\n");
    const signed = new Uint8Array([...domain, ...lines]);
    try {
      const imported = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
      if (!(await crypto.subtle.verify({ name: "Ed25519" }, imported, signature, signed))) return "wrong";
      // A key that was put out of use proves no decision of a later day.
      return key.until && words[5] > key.until ? "late" : "right";
    } catch {
      return "unable";
    }
  };

  const tell = (outcome, words) => {
    told.replaceChildren(document.getElementById(`told-${outcome}`).content.cloneNode(true));
    if (outcome === "right") {
      const [year, month, day] = words[5].split("-");
      const values = { code: words[1], name: words[2], award: words[3], decision: words[4], day: `${day}/${month}/${year}` };
      told.querySelectorAll("[data-word]").forEach((place) => { place.textContent = values[place.dataset.word]; });
    }
    told.focus();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const found = read(box.value);
    tell(found.fault || (await proved(found)), found.words);
  });
  form.hidden = false;
  document.querySelector("[data-without-scripts]").hidden = true;

  // Kept by this device from now on.
  if ("serviceWorker" in navigator) {
    navigator.serviceWorker.register(form.dataset.worker).then(() => navigator.serviceWorker.ready).then(() => {
      document.querySelector("[data-kept]").hidden = false;
    }).catch(() => undefined);
  }
})();
