// A search that is under way tells how far it is, without the page being loaded again.
(() => {
  "use strict";
  const id = "identity-search";
  const follow = async () => {
    const part = document.querySelector(`#${id}[data-works]`);
    if (!part) return;
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true", "HX-Target": id } });
      const text = await answer.text();
      const fresh = answer.ok && !answer.redirected && new DOMParser().parseFromString(text, "text/html").getElementById(id);
      if (!fresh || !("works" in fresh.dataset)) return location.reload();
      part.replaceWith(fresh);
    } catch { /* the line is down: the search goes on, and is asked about again */ }
    setTimeout(follow, 2000);
  };
  setTimeout(follow, 1500);
})();
