// SPDX-License-Identifier: Apache-2.0
// What the page does beyond being read: light and dark, contents, deep links. Its words are data of <body>.
(function () {
  "use strict";
  const root = document.documentElement;
  document.querySelector(".tools").hidden = false;

  // Light or dark: remembered in this page alone, since nothing of it is to be stored with the reader.
  const theme = document.querySelector(".theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const tell = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; tell(); });
  dark.addEventListener("change", tell);
  tell();

  // Where they stand above the text, long contents would hide it.
  const contents = document.querySelector("nav .contents");
  if (contents) {
    if (matchMedia("(max-width: 64rem)").matches) contents.open = false;
    matchMedia("(min-width: 64rem)").addEventListener("change", (wide) => { contents.open = wide.matches; });
  }

  // An event lets each table bring back a row that it had filtered out.
  function reveal(element) {
    element.dispatchEvent(new CustomEvent("reveal", { bubbles: true }));
    document.querySelectorAll(".reached").forEach((one) => one.classList.remove("reached"));
    const row = element.closest("tr");
    if (row) row.classList.add("reached");
    element.scrollIntoView({ block: row ? "center" : "start" });
  }
  function target() {
    const name = location.hash.slice(1);
    if (!name) return null;
    const plain = document.getElementById(name);
    if (plain) return plain;
    try { return document.getElementById(decodeURIComponent(name)); } catch (notEncoded) { return null; }
  }
  function follow() {
    const element = target();
    if (element) reveal(element);
  }
  addEventListener("hashchange", follow);
  // A link to where one is already changes no address, but must lead there all the same.
  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) follow();
  });
  // Other parts of the script go to an element by this event.
  document.addEventListener("go", (event) => {
    const element = event.target;
    if (!element.matches("a, button, input")) element.setAttribute("tabindex", "-1");
    const id = element.id || (element.matches("tr") && (element.querySelector("[id]") || {}).id);
    if (id && location.hash !== "#" + encodeURIComponent(id)) history.pushState(null, "", "#" + encodeURIComponent(id));
    reveal(element);
    element.focus({ preventScroll: true });
  });
  addEventListener("load", follow);

  // The section one reads, in the contents.
  const entries = new Map();
  document.querySelectorAll("nav .contents a").forEach((link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section) entries.set(section.querySelector(".head"), link);
  });
  if (entries.size && "IntersectionObserver" in window) {
    let current = null;
    const heads = [...entries.keys()];
    const observer = new IntersectionObserver(() => {
      let last = null;
      for (const head of heads) { if (head.getBoundingClientRect().top > 160) break; last = head; }
      const link = last && entries.get(last);
      if (link === current) return;
      if (current) current.removeAttribute("aria-current");
      if (link) link.setAttribute("aria-current", "location");
      current = link;
    }, { rootMargin: "-150px 0px -40% 0px", threshold: [0, 1] });
    heads.forEach((head) => observer.observe(head));
  }
})();
