// The list of figures: searched while one types; a figure is put where the cursor was last in the text of the article.
(() => {
  let place = null;
  const inText = "[data-contentpath='body'], [data-contentpath='body_en']";
  const writable = ".public-DraftEditor-content, textarea, input[type='text']";

  document.addEventListener("focusin", (event) => {
    const field = event.target.closest(writable);
    if (field && !field.closest("[data-desk-figures]")) place = field.closest(inText) ? field : null;
  });

  const put = (code) => {
    if (!place || !place.isConnected) return false;
    place.focus();
    if (place.setRangeText) {
      place.setRangeText(code, place.selectionStart, place.selectionEnd, "end");
      place.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    }
    // The rich text editor keeps its own cursor: what is pasted goes there.
    const data = new DataTransfer();
    data.setData("text/plain", code);
    place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    return true;
  };

  const start = (panel) => {
    const source = panel.querySelector("select");
    const words = panel.querySelector("input");
    const list = panel.querySelector("[data-desk-figures-list]");
    const said = panel.querySelector("[data-desk-figures-said]");
    let turn = 0;
    const show = async () => {
      const mine = ++turn;
      const asked = new URLSearchParams({ nguon: source.value, q: words.value });
      const answer = await fetch(`${panel.dataset.deskFigures}?${asked}`, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || mine !== turn) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      panel.append(said);
      list.replaceChildren(...page.body.childNodes);
    };
    let timer;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => show().catch(() => {}), 250);
    };
    words.addEventListener("input", later);
    words.addEventListener("focus", () => list.hasChildNodes() || later());
    source.addEventListener("change", later);
    words.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("[data-figure-code]");
      if (!button) return;
      const sentence = put(button.dataset.figureCode) ? said.dataset.inserted : said.dataset.noPlace;
      said.textContent = "";
      button.after(said);
      requestAnimationFrame(() => (said.textContent = sentence));
    });
  };

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-desk-figures]").forEach(start));
})();
