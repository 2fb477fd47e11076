// Tells the server once that this page was shown: when it is in sight, not when it was fetched ahead.
(() => {
  "use strict";
  const mark = document.querySelector("[data-shown]");
  if (!mark) return;
  let told = false;
  const tell = () => {
    if (told || document.prerendering || document.visibilityState !== "visible") return;
    told = true;
    if (!(navigator.sendBeacon && navigator.sendBeacon(mark.dataset.shown))) {
      fetch(mark.dataset.shown, { method: "POST", keepalive: true }).catch(() => { /* not counted */ });
    }
  };
  document.addEventListener("visibilitychange", tell);
  document.addEventListener("prerenderingchange", tell);
  tell();
})();
