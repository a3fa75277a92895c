// SPDX-License-Identifier: Apache-2.0
// Run inside a page by browser_test.py: each function gives a list of what is wrong.
window.checks = (function () {
  "use strict";
  const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const named = (element) => (element.outerHTML || "").slice(0, 120);

  function nameOf(element) {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(" ").map((id) => (document.getElementById(id) || {}).textContent || "").join(" ").trim();
    if (element.getAttribute("aria-label")) return element.getAttribute("aria-label").trim();
    if (element.labels && element.labels.length) return [...element.labels].map((label) => label.textContent).join(" ").trim();
    if (element.matches("img")) return element.alt;
    return element.textContent.trim() || element.title;
  }
  function names() {
    const wrong = [];
    document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=region], [role=group], [role=img], [role=listbox], nav").forEach((one) => {
      if (!nameOf(one)) wrong.push("no name: " + named(one));
    });
    document.querySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls], [aria-activedescendant], label[for]").forEach((one) => {
      for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "aria-activedescendant", "for"])
        for (const id of (one.getAttribute(attribute) || "").split(" ").filter(Boolean))
          if (!document.getElementById(id)) wrong.push(attribute + " leads nowhere: " + named(one));
    });
    return wrong;
  }
  function headings() {
    const wrong = [];
    let before = 0;
    document.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach((one) => {
      const level = Number(one.getAttribute("aria-level") || one.tagName[1]);
      if (level > before + 1) wrong.push("a level is skipped at: " + named(one));
      before = level;
    });
    if (document.querySelectorAll("h1").length !== 1) wrong.push("not one h1");
    return wrong;
  }
  function ids() {
    const wrong = [], known = new Set();
    document.querySelectorAll("[id]").forEach((one) => {
      if (known.has(one.id)) wrong.push("twice: " + one.id);
      known.add(one.id);
    });
    return wrong;
  }
  function widths() {
    const wrong = [], wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) wrong.push("the page scrolls sideways: " + document.documentElement.scrollWidth + " in " + wide);
    document.querySelectorAll("body *").forEach((one) => {
      if (wrong.length > 5 || one.closest(".scroll, .watermark, .unseen, .results, svg") || !seen(one)) return;
      const box = one.getBoundingClientRect();
      if (box.right > wide + 1 || box.left < -1) wrong.push("reaches out of the page by " + (box.right - wide) + ": " + named(one));
    });
    document.querySelectorAll(".scroll").forEach((one) => {
      if (one.scrollWidth > one.clientWidth + 1 && one.tabIndex !== 0) wrong.push("scrolls, and no keyboard gets there: " + named(one));
    });
    return wrong;
  }
  function drawings() {
    const wrong = [];
    document.querySelectorAll("figure svg").forEach((drawing) => {
      const box = drawing.viewBox.baseVal;
      drawing.querySelectorAll("text").forEach((text) => {
        const own = text.getBBox();
        if (own.x < -1 || own.x + own.width > box.width + 1 || own.y < -1 || own.y + own.height > box.height + 1)
          wrong.push("a label reaches out of its drawing: " + text.textContent);
      });
      if (drawing.querySelector("br, p, div")) wrong.push("HTML inside a drawing");
    });
    return wrong;
  }

  const read = (colour) => { const parts = colour.match(/[\d.]+/g).map(Number); return parts.length < 4 ? [...parts, 1] : parts; };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  function groundOf(element) {
    const layers = [];
    for (let one = element; one; one = one.parentElement) layers.push(read(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  }
  // Every element that has text of its own, one of each look; in drawings, against the boxes below the label.
  function contrasts() {
    const wrong = [], looks = new Set();
    let counted = 0;
    document.querySelectorAll("body *").forEach((one) => {
      if (![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return;
      if (one.closest("script, style, .watermark, .unseen, .skip, title, desc, option")) return;
      const style = getComputedStyle(one);
      const grounds = [groundOf(one)];
      if (one.closest("svg")) {
        const mine = one.getBoundingClientRect(), x = mine.x + mine.width / 2, y = mine.y + mine.height / 2;
        one.closest("svg").querySelectorAll(".box").forEach((box) => {
          const fill = getComputedStyle(box).fill, own = box.getBoundingClientRect();
          if (fill !== "none" && own.left <= x && x <= own.right && own.top <= y && y <= own.bottom) grounds[0] = over(read(fill), grounds[0]);
        });
      }
      const colour = read(one.closest("svg") ? style.fill : style.color);
      const look = colour + "/" + grounds[0];
      if (looks.has(look)) return;
      looks.add(look);
      ++counted;
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
      const have = contrast(over(colour, grounds[0]), grounds[0]);
      if (have < (large ? 3 : 4.5)) wrong.push("contrast " + have.toFixed(2) + ": " + colour + " on " + grounds[0] + " in " + named(one));
    });
    if (counted < 8) wrong.push("only " + counted + " looks were found to check");
    return wrong;
  }
  // The palette as it is in force: to compare two ways to it.
  const palette = () => ["ground", "raised", "sunken", "text", "quiet", "rule", "strong-rule", "accent", "focus", "good", "good-edge", "good-text", "minor", "minor-edge",
    "minor-text", "major", "major-edge", "major-text", "critical", "critical-edge", "critical-text", "gap", "gap-edge", "gap-text", "line", "hit"]
    .map((name) => name + " " + getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim());

  const shown = (table) => [...document.querySelectorAll(table + " tbody tr")].filter(seen);
  const column = (table, title) => {
    const at = [...document.querySelectorAll(table + " thead th")].findIndex((head) => head.textContent.trim() === title);
    return shown(table).map((row) => row.cells[at].textContent.trim());
  };
  const onScreen = (id) => {
    const box = document.getElementById(id).getBoundingClientRect(), bar = document.querySelector(".bar").getBoundingClientRect().bottom;
    return box.top >= bar - 2 && box.top < innerHeight;
  };
  return { names, headings, ids, widths, drawings, contrasts, palette, shown, column, seen, onScreen };
})();
