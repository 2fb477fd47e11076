// Wagtail starts its date fields and lists of rows by inline scripts, which our policy forbids: started here instead.
(() => {
  const choosers = { date: "initDateChooser", time: "initTimeChooser", datetime: "initDateTimeChooser" };
  const beginning = {
    picture: (id, options) => new window.ImageChooser(id, options),
  };

  const start = (root) => {
    root.querySelectorAll("[data-desk-chooser]").forEach((mark) => {
      const begin = beginning[mark.dataset.deskChooser] || window[choosers[mark.dataset.deskChooser]];
      if (!begin || mark.dataset.for.includes("__prefix__")) return;
      mark.removeAttribute("data-desk-chooser");
      begin(mark.dataset.for, JSON.parse(mark.dataset.config));
    });
    root.querySelectorAll("[data-desk-rows]").forEach((mark) => {
      if (!window.InlinePanel) return;
      const options = JSON.parse(mark.dataset.deskRows);
      mark.removeAttribute("data-desk-rows");
      new window.InlinePanel(options);
    });
    // Draftail gives its text no name: the heading of its panel is one.
    root.querySelectorAll(".public-DraftEditor-content:not([aria-labelledby])").forEach((text) => {
      const heading = text.closest("[data-panel]")?.querySelector("[data-panel-heading]");
      if (heading?.id) text.setAttribute("aria-labelledby", heading.id);
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    start(document);
    new MutationObserver((changes) => {
      changes.forEach((change) => change.addedNodes.forEach((node) => node.nodeType === 1 && start(node.parentNode || document)));
    }).observe(document.body, { childList: true, subtree: true });
  });
})();

// Wagtail's script has written into the form what is approved; the button itself sends nothing, so that Enter in a
// field does not approve.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[type='button'][data-workflow-action-name]");
  if (button?.form) button.form.requestSubmit();
});
