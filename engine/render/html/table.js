// SPDX-License-Identifier: Apache-2.0
// Tables: sorted by their heads, filtered by words and by values, as cards on a narrow screen.
(function () {
  "use strict";
  const words = document.body.dataset;
  const longTable = 8;    // Rows from which one wants to filter.
  const fewValues = 12;   // Different values that a list to choose from may have.
  const mostLists = 6;
  const severity = ["good", "minor", "major", "gap", "critical"];
  const narrow = matchMedia("(max-width: 48rem)");
  let collator;
  try { collator = new Intl.Collator(document.documentElement.lang, { numeric: true }); }
  catch (unknownLanguage) { collator = new Intl.Collator(undefined, { numeric: true }); }

  const textOf = (cell) => cell.textContent.trim();
  function nameOf(box) {
    const name = box.querySelector("caption, title");
    return name ? textOf(name).replace("\u00b6", "").trim() : document.title;
  }

  // What a cell is sorted by: a number, a date as ISO 8601, or how grave it is and its text. Empty ones stand last.
  function keyOf(cell, kind) {
    const text = textOf(cell);
    if (kind === "number") { const value = parseFloat(cell.dataset.v || text); return Number.isNaN(value) ? null : value; }
    if (kind === "date") { const time = cell.querySelector("time"); return (time ? time.dateTime : text) || null; }
    return text || null;
  }
  const graveness = (cell) => (cell.firstElementChild ? severity.indexOf(cell.firstElementChild.className) : -1);
  function compare(a, b) {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null);
    const turn = a.turn;
    if (a.grave !== b.grave) return turn * (a.grave - b.grave);
    if (typeof a.key === "number") return turn * (a.key - b.key);
    return turn * collator.compare(a.key, b.key);
  }

  function sortable(table, rows) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const toned = heads.map((head, at) => rows.some((row) => graveness(row.cells[at]) >= 0));
    function sort(at) {
      const first = toned[at] ? "descending" : "ascending";  // The gravest first is what one looks for.
      const second = toned[at] ? "ascending" : "descending";
      const now = heads[at].getAttribute("aria-sort");
      const next = now === null ? first : now === first ? second : null;
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      let order = rows;
      if (next) {
        heads[at].setAttribute("aria-sort", next);
        const turn = next === "ascending" ? 1 : -1;
        order = rows.map((row) => ({ row, turn, key: keyOf(row.cells[at], heads[at].dataset.kind), grave: graveness(row.cells[at]) }))
          .sort(compare).map((one) => one.row);
      }
      body.append(...order);
    }
    heads.forEach((head, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.title = words.sortBy.replace("{column}", textOf(head));
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(at));
      head.append(button);
    });
  }

  // Values of a column to choose from, in the order they stand in; nothing when there are too many or too few.
  function valuesOf(rows, at) {
    const values = new Set();
    for (const row of rows) {
      const text = textOf(row.cells[at]);
      if (text.length > 40) return null;
      if (text) values.add(text);
      if (values.size > fewValues) return null;
    }
    return values.size > 1 && values.size * 2 <= rows.length ? [...values] : null;
  }
  function labelled(text, control, look) {
    const label = document.createElement("label");
    const name = document.createElement("span");
    name.textContent = text;
    label.className = look;
    label.append(name, control);
    return label;
  }
  function listOf(values, name) {
    const list = document.createElement("select");
    list.append(new Option(words.allValues, ""));
    values.forEach((value) => list.append(new Option(value, value)));
    return labelled(name, list, "of-column");
  }
  function filterable(wrap, table, rows) {
    const strip = document.createElement("div");
    strip.className = "filters";
    strip.setAttribute("role", "group");
    strip.setAttribute("aria-label", nameOf(table));
    const free = document.createElement("input");
    free.type = "search";
    free.autocomplete = "off";
    strip.append(labelled(words.filter, free, "free"));
    const lists = [];
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      const values = lists.length < mostLists && head.dataset.kind !== "number" ? valuesOf(rows, at) : null;
      if (!values) return;
      const label = listOf(values, textOf(head));
      lists.push({ at, control: label.querySelector("select") });
      strip.append(label);
    });
    const count = document.createElement("p");
    count.className = "count";
    count.setAttribute("role", "status");
    strip.append(count);
    wrap.prepend(strip);

    let texts = null;
    function apply() {
      texts = texts || rows.map((row) => row.textContent.toLowerCase().replace(/\s/g, " "));  // Unbreakable blanks are typed as blanks.
      const asked = free.value.toLowerCase().split(/\s+/).filter(Boolean);
      const chosen = lists.filter((list) => list.control.value);
      let shown = 0;
      rows.forEach((row, at) => {
        const fits = asked.every((word) => texts[at].includes(word)) && chosen.every((list) => textOf(row.cells[list.at]) === list.control.value);
        row.hidden = !fits;
        shown += fits;
      });
      tell(shown);
    }
    function tell(shown) {
      count.textContent = words.rowsShown.replace("{shown}", shown).replace("{all}", rows.length);
      strip.classList.toggle("narrowed", shown < rows.length);
    }
    function reset() {
      free.value = "";
      lists.forEach((list) => { list.control.value = ""; });
      apply();
    }
    free.addEventListener("input", apply);
    free.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); reset(); } });
    lists.forEach((list) => list.control.addEventListener("change", apply));
    wrap.addEventListener("reveal", (event) => { const row = event.target.closest("tr"); if (row && row.hidden) reset(); });
    tell(rows.length);
  }

  // A table that is shown as blocks is none to a screen reader unless its roles are said.
  function roles(table, rows, on) {
    const set = (element, role) => (on ? element.setAttribute("role", role) : element.removeAttribute("role"));
    set(table, "table");
    set(table.tHead, "rowgroup");
    set(table.tBodies[0], "rowgroup");
    [...table.tHead.rows, ...rows].forEach((row) => set(row, "row"));
    [...table.tHead.rows[0].cells].forEach((head) => set(head, "columnheader"));
    rows.forEach((row) => [...row.cells].forEach((cell) => set(cell, cell.tagName === "TH" ? "rowheader" : "cell")));
  }
  function cards(wrap, table, rows) {
    const names = [...table.tHead.rows[0].cells].map(textOf);
    let labelledCells = false;
    function lay() {
      wrap.classList.toggle("cards", narrow.matches);
      roles(table, rows, narrow.matches);
      if (!narrow.matches || labelledCells) return;
      labelledCells = true;
      rows.forEach((row) => [...row.cells].forEach((cell, at) => {
        cell.dataset.label = names[at];
      }));
    }
    narrow.addEventListener("change", lay);
    if (narrow.matches) lay();
  }

  // What scrolls sideways must be reached by keyboard; what does not must not be in the way.
  function scrolls(box) {
    const look = () => {
      const wide = box.scrollWidth > box.clientWidth + 1;
      box.classList.toggle("fits", !wide);
      if (wide === box.hasAttribute("tabindex")) return;
      if (wide) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", nameOf(box));
      } else {
        ["tabindex", "role", "aria-label"].forEach((one) => box.removeAttribute(one));
      }
    };
    if ("ResizeObserver" in window) new ResizeObserver(look).observe(box);
    look();
  }

  document.querySelectorAll(".table").forEach((wrap) => {
    const table = wrap.querySelector("table");
    if (!table) return;
    const rows = [...table.tBodies[0].rows];
    if (rows.length > 1) sortable(table, rows);
    if (rows.length > longTable) filterable(wrap, table, rows);
    if (table.tHead.rows[0].cells.length > 3) cards(wrap, table, rows);
    if (rows.length > longTable) wrap.classList.add("tall");
  });
  document.querySelectorAll(".scroll").forEach(scrolls);
})();
