# SPDX-License-Identifier: Apache-2.0
"""Opens pages that assize made in a headless Chromium and uses them as readers do: on a phone and on a desk, in light
and dark, by mouse and by keyboard, without script, on paper.
usage: browser_test.py ASSIZE BROWSER_SAMPLE SOURCE_FOLDER [FOLDER_FOR_PICTURES]"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium, Fault  # noqa: E402

PHONE, DESK = 375, 1280
failures, passed = [], 0


def check(what, holds, details=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(what + (": " + str(details) if details != "" else ""))
        print("FAILED", failures[-1], flush=True)


def equal(what, have, want):
    check(what, have == want, "%r, not %r" % (have, want))


class Reader:
    """One page in one tab, with what the tests ask of it."""

    def __init__(self, browser, checks, file):
        self.browser, self.checks, self.address = browser, checks, "file://" + urllib.parse.quote(file)
        self.name = os.path.basename(file)

    def open(self, width, fragment="", **how):
        self.tab = self.browser.new_page()
        self.browser.show(width, **how)
        self.browser.open(self.address + fragment)
        self.browser.run(self.checks + "; 1")
        self.browser.settle()
        return self

    def close(self):
        for complaint in self.browser.complaints():
            check(self.name + " without complaints", False, complaint)
        check(self.name + " was looked at", True)
        self.browser.close_page(self.tab)

    def run(self, script):
        return self.browser.run(script)

    def nothing_wrong(self, which, where):
        found = self.run("checks.%s()" % which)
        check("%s, %s: %s" % (self.name, where, which), found == [], found[:6])

    def rows(self, table):
        return self.run("checks.shown(%s).length" % json.dumps(table))

    def column(self, table, title):
        return self.run("checks.column(%s, %s)" % (json.dumps(table), json.dumps(title)))

    def on_screen(self, name):
        return self.run("checks.onScreen(%s)" % json.dumps(name))

    def press(self, key, number=0, text=""):
        self.browser.key(key, number=number, text=text)
        self.browser.settle()

    def tab_key(self):
        self.press("Tab", 9)

    def enter(self):
        self.press("Enter", 13, "\r")

    def type(self, text):
        self.browser.type(text)
        self.browser.settle()

    def clear(self, selector):
        self.run("(() => { const one = document.querySelector(%s); one.value = ''; one.dispatchEvent(new Event('input')); })()" % json.dumps(selector))

    def choose(self, selector, value):
        self.run("(() => { const one = document.querySelector(%s); one.value = %s; one.dispatchEvent(new Event('change')); })()"
                 % (json.dumps(selector), json.dumps(value)))
        self.browser.settle()


def looks_right(reader):
    """What holds for every page at both widths, in light and dark."""
    for width in (PHONE, DESK):
        for dark in (False, True):
            where = "%d px, %s" % (width, "dark" if dark else "light")
            reader.open(width, dark=dark)
            for which in ("names", "headings", "ids", "widths", "drawings", "contrasts"):
                reader.nothing_wrong(which, where)
            by_machine = reader.run("checks.palette()")
            reader.browser.click(".theme")
            equal(reader.name + ": the button says which it is, " + where, reader.run("document.querySelector('.theme').getAttribute('aria-pressed')"), str(not dark).lower())
            reader.nothing_wrong("contrasts", where + ", turned over")
            turned = reader.run("checks.palette()")
            check(reader.name + ": the button changes the colours, " + where, turned != by_machine)
            reader.browser.show(width, dark=not dark)
            equal(reader.name + ": dark is the same by button and by the machine, " + where, reader.run("checks.palette()"), turned)
            reader.close()


def works_without_script(reader):
    for width in (PHONE, DESK):
        # What runs here comes from the test; the page's own script is off.
        reader.open(width, script=False)
        check(reader.name + ": no tool is shown that needs the script", reader.run("!checks.seen(document.querySelector('.tools'))"))
        check(reader.name + ": the contents are open", reader.run("document.querySelector('nav .contents').open"))
        check(reader.name + ": every row is there", reader.run("[...document.querySelectorAll('tbody tr')].every(checks.seen)"))
        wrong = [one for one in reader.run("checks.widths()") if "no keyboard" not in one]  # The browser itself sees to that.
        check(reader.name + ": no sideways scrolling at %d px" % width, wrong == [], wrong)
        reader.nothing_wrong("contrasts", "without script")
        reader.close()


def filters(reader, table, word, value):
    name = reader.name
    reader.open(DESK)
    everything = reader.rows(table)
    check(name + ": there is something to filter", everything > 8, everything)
    free, choice = table + " .filters input", table + " .filters select"
    reader.browser.click(free)
    reader.type(word)
    some = reader.rows(table)
    check(name + ": words narrow the rows", 0 < some < everything, some)
    check(name + ": what is left has the word", all(one in row.lower() for one in word.lower().split() for row in reader.run("checks.shown(%s).map(row => row.textContent)" % json.dumps(table))))
    equal(name + ": the count is told", reader.run("document.querySelector(%s).textContent" % json.dumps(table + " [role=status]")), "%d of %d rows" % (some, everything))
    reader.press("Escape", 27)
    equal(name + ": Escape brings all back", reader.rows(table), everything)
    title = reader.run("document.querySelector(%s).closest('label').firstChild.textContent" % json.dumps(choice))
    reader.choose(choice, value)
    column = reader.column(table, title)
    check(name + ": a value narrows the rows", 0 < len(column) < everything and set(column) == {value}, set(column))
    reader.browser.click(free)
    reader.type("no row has these words")
    equal(name + ": nothing fits", reader.rows(table), 0)
    reader.close()


def sorts(reader, table, title, key, first="ascending"):
    name = "%s by %s" % (reader.name, title)
    reader.open(DESK)
    as_given = reader.column(table, title)
    head = "[...document.querySelectorAll(%s)].find(head => head.textContent.trim() === %s)" % (json.dumps(table + " thead th"), json.dumps(title))
    at = reader.run("%s.cellIndex + 1" % head)
    button = "%s thead th:nth-child(%d) button" % (table, at)
    second = "descending" if first == "ascending" else "ascending"
    for way, order in ((first, first), (second, second), (None, None)):
        reader.browser.click(button)
        equal(name + ": the head says its order", reader.run(head + ".getAttribute('aria-sort')"), way)
        have = reader.column(table, title)
        if order is None:
            equal(name + ": the third time, as it was", have, as_given)
            continue
        said = [key(one) for one in have if one]
        check(name + ", " + way, said == sorted(said, reverse=order == "descending"), said[:12])
        check(name + ": empty cells stand last", all(have[:len(said)]))
        check(name + ": no row is lost", sorted(have) == sorted(as_given))
    reader.close()


def searches(reader, word, name_of_place):
    name = reader.name
    reader.open(DESK)
    reader.press("/", 191, "/")
    equal(name + ": / leads to the search", reader.run("document.activeElement.type"), "search")
    equal(name + ": and is not typed", reader.run("document.activeElement.value"), "")
    reader.type(word)
    check(name + ": something is found", reader.run("document.querySelectorAll('[role=option]').length") > 0)
    check(name + ": how many is told", re.fullmatch(r"\d+ found", reader.run("document.querySelector('.results [role=status]').textContent")))
    check(name + ": the list is said to be open", reader.run("document.activeElement.getAttribute('aria-expanded')") == "true")
    first = reader.run("document.activeElement.getAttribute('aria-activedescendant')")
    reader.press("ArrowDown", 40)
    reader.press("ArrowUp", 38)
    equal(name + ": down and up again", reader.run("document.activeElement.getAttribute('aria-activedescendant')"), first)
    equal(name + ": one is chosen", reader.run("document.querySelectorAll('[role=option][aria-selected=true]').length"), 1)
    reader.nothing_wrong("contrasts", "while searching")
    reader.nothing_wrong("names", "while searching")
    reader.press("Escape", 27)
    equal(name + ": Escape clears", reader.run("document.activeElement.value + document.querySelector('.results').hidden"), "true")
    reader.type(name_of_place)
    reader.enter()
    check(name + ": an id leads to its place", reader.on_screen(name_of_place), name_of_place)
    equal(name + ": the address says it", urllib.parse.unquote(reader.run("location.hash")), "#" + name_of_place)
    reader.run("document.activeElement.blur()")
    reader.press("/", 191, "/")
    reader.press("a", text="a")
    reader.clear(".search input")
    reader.type("zzqqxx")
    equal(name + ": nothing is said to be found", reader.run("document.querySelector('.results [role=status]').textContent"), "Nothing found")
    reader.press("Escape", 27)
    reader.press("Escape", 27)
    check(name + ": Escape twice leaves the field", reader.run("document.activeElement === document.body"))
    reader.close()


def links_lead_deep(reader, table, name_of_row):
    for width in (PHONE, DESK):
        name = "%s at %d px" % (reader.name, width)
        reader.open(width, fragment="#" + urllib.parse.quote(name_of_row))
        check(name + ": the page opens at the row", reader.on_screen(name_of_row))
        check(name + ": the row is marked", reader.run("getComputedStyle(document.getElementById(%s).closest('tr')).outlineStyle" % json.dumps(name_of_row)) == "solid")
        reader.run("location.hash = ''")
        reader.browser.click(table + " .filters input")
        reader.type("no row has these words")
        equal(name + ": all is filtered out", reader.rows(table), 0)
        reader.run("location.hash = %s" % json.dumps(urllib.parse.quote(name_of_row)))
        reader.browser.settle()
        check(name + ": a link brings a row back", reader.rows(table) > 0 and reader.on_screen(name_of_row))
        reader.close()


def keyboard_alone(reader, table):
    name = reader.name + " by keyboard"
    reader.open(DESK)
    reader.tab_key()
    equal(name + ": first a way past the head", reader.run("document.activeElement.className"), "skip")
    check(name + ": it can be seen", reader.run("document.activeElement.getBoundingClientRect().top") >= 0)
    reader.enter()
    equal(name + ": it leads to the text", reader.run("document.activeElement.tagName"), "MAIN")
    seen, invisible = [], []
    for _ in range(40):
        reader.tab_key()
        tag, outline, text, top = reader.run("""(() => { const one = document.activeElement, style = getComputedStyle(one);
            return [one.tagName, style.outlineStyle + parseFloat(style.outlineWidth), one.outerHTML.slice(0, 90), one.getBoundingClientRect().top]; })()""")
        seen.append(tag)
        if outline in ("none0", "none3") or not outline.startswith(("solid", "auto")):
            invisible.append(text)
        if top < 0:
            invisible.append("off the screen: " + text)
    check(name + ": one always sees where one is", not invisible, invisible[:4])
    for tag in ("INPUT", "SELECT", "BUTTON", "A"):
        check(name + ": comes by " + tag, tag in seen, seen)
    reader.run("document.querySelector(%s).focus()" % json.dumps(table + " thead button"))
    reader.press(" ", 32, " ")
    check(name + ": a space sorts", reader.run("document.querySelector(%s).getAttribute('aria-sort') !== null" % json.dumps(table + " thead th")))
    reader.run("document.querySelector('.theme').focus()")
    reader.enter()
    equal(name + ": Enter turns dark", reader.run("document.documentElement.dataset.theme"), "dark")
    reader.close()


def phone_has_cards(reader, table):
    reader.open(PHONE)
    name = reader.name + " on a phone"
    check(name + ": wide tables are cards", reader.run("document.querySelector(%s).classList.contains('cards')" % json.dumps(table)))
    equal(name + ": and still tables to a screen reader", reader.run("[...document.querySelectorAll(%s)].map(one => one.getAttribute('role')).join()" % json.dumps(
        ", ".join(table + " " + one for one in ("table", "tbody", "tbody tr:first-child", "tbody tr:first-child > :nth-child(2)")))), "table,rowgroup,row,cell")
    check(name + ": each says its column", reader.run("getComputedStyle(document.querySelector(%s), '::before').content" % json.dumps(table + " tbody td")).strip('"') not in ("", "none"))
    check(name + ": the contents are folded", reader.run("!document.querySelector('nav .contents').open"))
    reader.browser.click("nav .contents summary")
    check(name + ": and unfold", reader.run("document.querySelector('nav .contents').open"))
    small = reader.run("""[...document.querySelectorAll("button, input, select, summary")].filter(checks.seen)
        .filter(one => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; }).map(one => one.outerHTML.slice(0, 80))""")
    check(name + ": nothing is too small to hit", small == [], small[:4])
    reader.close()


def tree_is_sound(reader):
    """What Chromium tells a screen reader."""
    reader.open(DESK)
    nodes = [node for node in reader.browser.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    roles = {}
    for node in nodes:
        role = node.get("role", {}).get("value")
        roles.setdefault(role, []).append(node.get("name", {}).get("value", ""))
    for role in ("banner", "navigation", "main", "contentinfo", "search", "table", "heading"):
        check("%s: a %s is there" % (reader.name, role), role in roles)
    for role in ("link", "button", "combobox", "searchbox", "heading", "img", "navigation"):
        check("%s: every %s has a name" % (reader.name, role), all(name.strip() for name in roles.get(role, [])))
    reader.close()


def has_house_and_watermark(reader):
    reader.open(DESK)
    name = reader.name
    check(name + ": the logo is shown", reader.run("document.querySelector('.logo').naturalWidth") == 1)
    equal(name + ": a hostile title is text", reader.run("document.querySelectorAll('main img').length"), 0)
    check(name + ": the watermark lets clicks through", reader.run("""(() => { const box = document.querySelector('.watermark').getBoundingClientRect();
        return !document.elementFromPoint(box.width / 2, box.height / 2).closest('.watermark'); })()"""))
    accent = reader.run("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()")
    check(name + ": the house's pale yellow is darkened to be read", accent not in ("#ffe08a", "#144a6b"), accent)
    reader.browser.click("[role=doc-noteref]")
    check(name + ": a mark leads to its note", reader.on_screen(reader.run("location.hash.slice(1)")))
    reader.browser.click("[role=doc-backlink]")
    check(name + ": and back", reader.on_screen(reader.run("location.hash.slice(1)")))
    equal(name + ": a blank in an id is none in the page", reader.run("document.querySelector('aside').id"), "GAP_007")
    reader.close()


def gives_its_attachment(reader, folder):
    reader.open(DESK)
    reader.browser.call("Browser.setDownloadBehavior", alone=True, behavior="allow", downloadPath=folder)
    reader.browser.click(".attachments a")
    file, end = os.path.join(folder, "assessment.json"), time.monotonic() + 30
    while not os.path.exists(file) and time.monotonic() < end:
        reader.browser.message(0.2)
    check(reader.name + ": the attachment comes out", os.path.exists(file))
    if os.path.exists(file):
        with open(file, "rb") as got:
            equal(reader.name + ": byte for byte", got.read(), b"{\"name\": \"\xc3\x9c\"}\n")
    reader.close()


def policy_holds(reader):
    """The policy is not only written: what someone might slip into the page does nothing."""
    reader.open(DESK)
    reader.run("""(() => { window.blocked = []; document.addEventListener("securitypolicyviolation", (one) => blocked.push(one.effectiveDirective));
        const script = document.createElement("script"); script.textContent = "window.slipped = 1"; document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", '<style>body { color: red }</style><p style="color: red">x</p><img src="https://a.example/x.png">'); })()""")
    time.sleep(0.3)
    reader.browser.settle()
    equal(reader.name + ": no other script runs", reader.run("window.slipped === undefined"), True)
    equal(reader.name + ": what is blocked", sorted(set(reader.run("blocked"))), ["img-src", "script-src-elem", "style-src-attr", "style-src-elem"])
    reader.browser.events = []  # The complaints above were wanted.
    reader.close()


def prints(reader, folder, words, heads):
    reader.open(DESK, dark=True)
    file = os.path.join(folder, reader.name + ".pdf")
    with open(file, "wb") as out:
        out.write(reader.browser.paper())
    facts = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    check(reader.name + ": on A4", "(A4)" in facts, facts)
    pages = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout.split("\f")
    check(reader.name + ": on several pages", len(pages) > 3, len(pages))
    check(reader.name + ": no contents, no search on paper", not any("Search this document" in page or "Back to the top" in page for page in pages))
    for word in words:
        check("%s: each page says %s" % (reader.name, word), all(word in page for page in pages[:-1]))
    repeated = sum(1 for page in pages if re.search(heads, page))
    check(reader.name + ": heads of tables are repeated", repeated > 2, repeated)
    reader.close()


def main(assize, browser_sample, source, pictures):
    program = next((one for one in (shutil.which("chromium"), shutil.which("chromium-browser"), shutil.which("google-chrome")) if one), None)
    if not program:
        print("no Chromium on this machine: run script/bootstrap", file=sys.stderr)
        return 1
    folder = tempfile.mkdtemp(prefix="assize-pages-")
    environment = dict(os.environ, ASSIZE_DATA=source)
    example = os.path.join(source, "examples", "triage-assist")
    page = {name: os.path.join(folder, name + ".html") for name in ("register", "annex-iv", "gaps", "sample", "large")}
    subprocess.run([assize, "register", example, "--quiet", "-o", page["register"]], check=True, env=environment)
    subprocess.run([assize, "dossier", "annex-iv", example, "--quiet", "-o", page["annex-iv"]], check=True, env=environment)
    subprocess.run([browser_sample, folder], check=True)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "page_checks.js"), encoding="utf-8") as file:
        checks = file.read()
    browser = Chromium(program)
    try:
        register, annex, sample, large = (Reader(browser, checks, page[name]) for name in ("register", "annex-iv", "sample", "large"))
        for reader in (register, annex, sample):
            looks_right(reader)
            works_without_script(reader)
            tree_is_sound(reader)
            policy_holds(reader)
        filters(register, "#risks", "major (4)", "Major\u00a0(4)")
        filters(large, "#register-table", "part 13", "major")
        grave = {"Critical": 3, "Major": 2, "Minor": 1}
        sorts(register, "#risks", "Risk", lambda text: [text.split("-")[0], int(re.search(r"\d+", text)[0])])
        sorts(register, "#risks", "Evidenced", lambda text: grave[text.split()[0]], first="descending")
        sorts(large, "#register-table", "Points", int)
        sorts(large, "#register-table", "Due", lambda text: [int(part) for part in reversed(text.split("."))])
        sorts(large, "#register-table", "Class", lambda text: grave[text.capitalize()], first="descending")
        searches(register, "ransom", "TAI-129@call-taker")
        searches(annex, "oversight", "iv-2g")
        links_lead_deep(register, "#risks", "TAI-129@call-taker")
        links_lead_deep(large, "#register-table", "R-1777")
        keyboard_alone(register, "#risks")
        phone_has_cards(register, "#risks")
        has_house_and_watermark(sample)
        gives_its_attachment(sample, folder)
        prints(register, folder, ["Confidential", "TA-230-RISK-REGISTER", "Page "], r"Risk +What can happen +Because")
        prints(sample, folder, ["Confidential", "House & Partners", "Foot of the house"], "paragraph")
        if pictures:
            take_pictures((register, annex, sample), pictures)
    except Fault as fault:
        check("the browser did as it was told", False, fault)
    finally:
        browser.close()
        shutil.rmtree(folder, ignore_errors=True)
    print("%d checks hold, %d do not" % (passed, len(failures)))
    return 1 if failures else 0


def take_pictures(readers, folder):
    """For a person to look at."""
    os.makedirs(folder, exist_ok=True)
    for reader in readers:
        for width in (PHONE, DESK):
            for dark in (False, True):
                reader.open(width, dark=dark, fragment="#text")
                reader.browser.picture(os.path.join(folder, "%s-%d-%s.png" % (reader.name[:-5], width, "dark" if dark else "light")))
                reader.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4], sys.argv[4] if len(sys.argv) > 4 else None))
