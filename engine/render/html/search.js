// SPDX-License-Identifier: Apache-2.0
// Search over headings, ids, rows and text. `/` leads to the field, arrows along what was found, Enter there, Escape out.
(function () {
  "use strict";
  const words = document.body.dataset;
  const field = document.querySelector(".search input");
  const box = document.querySelector(".results");
  const said = box.querySelector("p");
  const list = box.querySelector("ul");
  const most = 40;
  let index = null;
  let hits = [];
  let active = -1;

  const flat = (text) => text.replace(/\s+/g, " ").trim();
  function titleOf(element) {
    if (element.matches("tr")) return [...element.cells].slice(0, 2).map((cell) => flat(cell.textContent)).join("  ");
    if (element.matches("figure, .table")) return flat((element.querySelector("figcaption, caption, .caption") || element).textContent.replace("\u00b6", ""));
    return flat(element.textContent.replace("\u00b6", ""));
  }
  function whereOf(element) {
    const section = element.closest("section");
    const head = section && section.querySelector(".head > :first-child");
    return head && !element.matches("h2") ? flat(head.textContent) : "";
  }
  function namesOf(element) {
    const names = element.id ? [element.id] : [];
    if (element.matches("tr")) element.querySelectorAll("[id]").forEach((one) => names.push(one.id));
    if (element.matches("h2, h3, h4, h5, h6")) names.push(element.closest("section").id);
    return names.map((name) => name.toLowerCase());
  }
  // Made when first asked for: most readers never search.
  function build() {
    const weight = (element) => (element.matches("h2, h3, h4, h5, h6") ? 2 : element.matches("aside, figure, .table") ? 1 : 0);
    const all = document.querySelectorAll("main :is(h2, h3, h4, h5, h6, aside, figure, .table, tbody > tr, p, li, pre, dl > div)");
    index = [];
    all.forEach((element) => {
      if (element.matches("aside p, .table p, figure p, .caption")) return;
      const text = element.matches("figure, .table") ? titleOf(element) : flat(element.textContent);
      index.push({ element, text: text.toLowerCase(), names: namesOf(element), weight: weight(element) });
    });
  }
  function rank(entry, asked, parts) {
    if (entry.names.includes(asked)) return 9;
    if (entry.names.some((name) => name.startsWith(asked))) return 7;
    const named = entry.names.some((name) => name.includes(asked));
    if (!named && !parts.every((part) => entry.text.includes(part))) return 0;
    return 1 + entry.weight + (named ? 1 : 0) + (entry.text.startsWith(asked) ? 1 : 0);
  }
  function find(asked) {
    const parts = asked.split(" ");
    return index.map((entry, at) => ({ entry, at, rank: rank(entry, asked, parts) })).filter((hit) => hit.rank > 0)
      .sort((a, b) => b.rank - a.rank || a.at - b.at).map((hit) => hit.entry.element);
  }
  // The title around the first place where it says what was asked, that place marked.
  function excerpt(into, title, asked) {
    const found = title.toLowerCase().indexOf(asked);
    const from = found > 60 ? found - 40 : 0;
    const shown = (from ? "\u2026" : "") + title.slice(from, from + 140) + (title.length > from + 140 ? "\u2026" : "");
    const at = shown.toLowerCase().indexOf(asked);
    if (at < 0) { into.append(shown); return; }
    const mark = document.createElement("mark");
    mark.textContent = shown.slice(at, at + asked.length);
    into.append(shown.slice(0, at), mark, shown.slice(at + asked.length));
  }
  function option(element, at, asked) {
    const item = document.createElement("li");
    item.id = list.id + "-option-" + at;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    excerpt(item, titleOf(element), asked);
    const place = whereOf(element);
    if (place) {
      const where = document.createElement("span");
      where.className = "where";
      where.textContent = place;
      item.append(where);
    }
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => go(at));
    return item;
  }
  function choose(at) {
    if (active >= 0 && list.children[active]) list.children[active].setAttribute("aria-selected", "false");
    active = at;
    const item = list.children[at];
    if (!item) { field.removeAttribute("aria-activedescendant"); return; }
    item.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }
  function close() {
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    choose(-1);
  }
  function go(at) {
    const element = hits[at];
    if (!element) return;
    close();
    const whole = element.matches("h2, h3, h4, h5, h6") ? element.closest("section") : element;
    whole.dispatchEvent(new CustomEvent("go", { bubbles: true }));
  }
  function show() {
    const asked = flat(field.value).toLowerCase();
    choose(-1);
    if (!asked) { close(); return; }
    if (!index) build();
    hits = find(asked);
    list.replaceChildren(...hits.slice(0, most).map((element, at) => option(element, at, asked)));
    said.textContent = hits.length ? words.found.replace("{count}", hits.length) : words.noneFound;
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
    if (hits.length) choose(0);
  }

  field.addEventListener("input", show);
  field.addEventListener("focus", () => { if (field.value) show(); });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape") {
      event.preventDefault();
      if (field.value) { field.value = ""; close(); } else { field.blur(); }
    } else if (box.hidden || !count) {
      return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose((active + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(active);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();
