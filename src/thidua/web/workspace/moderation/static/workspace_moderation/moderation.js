// Keys for the list of comments: j k x p d 1–9 u ?. What is sent goes one after the other in the background, so that
// nobody waits for the line; without this file every button posts the form as usual.
(() => {
  "use strict";
  const form = document.getElementById("moderation");
  const news = () => document.getElementById("moderation-news");
  if (!form) return;
  const boxes = () => [...form.querySelectorAll("input[name='y-kien']:not(:disabled)")];
  const rowOf = (box) => box.closest(".moderation__row");
  const choice = document.querySelector("[data-keys-choice] input"); // keys.js remembers it
  const reasons = document.getElementById("moderation-reasons");
  let here = null; // the comment that the keys mean
  let declining = false;
  let line = Promise.resolve();

  const goTo = (box) => {
    here = box;
    if (!box) return;
    box.focus({ preventScroll: true });
    rowOf(box).scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const all = boxes();
    const at = all.indexOf(here);
    if (all.length) goTo(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  };
  const picked = () => boxes().filter((box) => box.checked);
  const meant = () => { const some = picked(); return some.length ? some : here && !here.disabled ? [here] : []; };

  const renew = (page) => {
    const fresh = page.getElementById("moderation-news");
    if (fresh) news().replaceWith(fresh);
    const count = page.querySelector(".tabs__count");
    if (count) document.querySelector(".tabs__count").textContent = count.textContent;
  };
  const post = async (body, sent) => {
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.getElementById("moderation-news")) throw new Error("refused");
      renew(page);
      const fault = page.querySelector(".error-summary li");
      if (fault) { news().textContent = fault.textContent; reasons.open = true; form.elements["ghi-chu"].focus(); }
      // What the office still has to decide about stays; nothing is hidden that was not saved.
      sent.forEach((box) => { if (page.getElementById(box.id)) wait(box); else rowOf(box).remove(); });
      if (!boxes().length && !form.querySelector("[aria-busy]")) location.assign(answer.url);
    } catch {
      sent.forEach(wait);
      news().textContent = form.dataset.failed;
      if (sent.length) goTo(sent[0]);
    }
  };
  const wait = (box) => { box.disabled = false; rowOf(box).removeAttribute("aria-busy"); };

  const send = (verb) => {
    const chosen = meant();
    if (!chosen.length) return;
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.set("viec", verb);
    body.set("ghi-chu", form.elements["ghi-chu"].value);
    chosen.forEach((box) => body.append("y-kien", box.value));
    const all = boxes();
    const last = all.indexOf(chosen[chosen.length - 1]);
    const next = all.slice(last + 1).concat(all.slice(0, last).reverse()).find((box) => !chosen.includes(box));
    chosen.forEach((box) => { box.checked = false; box.disabled = true; rowOf(box).setAttribute("aria-busy", "true"); });
    form.elements["ghi-chu"].value = "";
    declining = reasons.open = false;
    goTo(next || null);
    line = line.then(() => post(body, chosen));
  };

  form.addEventListener("focusin", (event) => { if (event.target.name === "y-kien") here = event.target; });
  form.addEventListener("submit", (event) => {
    // A pressed button means what is picked; only a reason asked for by the key d may mean the one comment.
    if (!event.submitter || !(picked().length || (declining && meant().length))) return;
    event.preventDefault();
    send(event.submitter.value);
  });
  form.addEventListener("keydown", (event) => {
    // Return in a box would press the first button of the form.
    if (event.key === "Enter" && event.target.name === "y-kien") event.preventDefault();
  });

  const undo = () => line.then(() => { const back = news().querySelector("form"); if (back) back.requestSubmit(); });
  const decline = () => {
    if (!meant().length) return;
    declining = reasons.open = true;
    reasons.querySelector("button").focus();
  };
  const help = () => {
    const keys = document.getElementById("moderation-keys");
    keys.open = !keys.open;
    if (keys.open) keys.querySelector("summary").focus();
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    x: () => { if (here) here.checked = !here.checked; },
    p: () => send("dang"),
    d: decline,
    u: undo,
    "?": help,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (choice && !choice.checked && event.key !== "?") return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    const key = event.key.toLowerCase();
    const reason = reasons.open && /^[1-9]$/.test(key) && reasons.querySelectorAll("button")[Number(key) - 1];
    if (event.key === "Escape" && reasons.open) { declining = reasons.open = false; goTo(here); }
    else if (reason) { event.preventDefault(); send(reason.value); }
    else if (keys[key]) { event.preventDefault(); keys[key](); }
  });
})();
