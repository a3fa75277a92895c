# SPDX-License-Identifier: Apache-2.0
"""Opens what `assize` writes as HTML in a headless Chromium, at phone and desk width, light and dark, and clicks it
through. usage: browser_test.py ASSIZE SOURCE_FOLDER [FOLDER_FOR_PICTURES]"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium  # noqa: E402

PHONE, DESK = 375, 1280
wrong = []


def check(good, what):
    if not good:
        wrong.append(what)


class Visit:
    """A document in a fresh tab."""

    def __init__(self, browser, file, name, **look):
        self.browser, self.name = browser, name
        self.tab = browser.new_page()
        browser.show(**look)
        browser.open(pathlib.Path(file).as_uri() + look.pop("hash", ""))
        if look.get("script", True):
            browser.run(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "page_checks.js")).read())
            browser.settle()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            for complaint in self.browser.complaints():
                wrong.append(self.name + ": " + complaint)
        self.browser.close_page(self.tab)

    def run(self, script):
        return self.browser.run(script)

    def checks(self, *names):
        for name in names:
            for fault in self.run("checks.%s()" % name)[:5]:
                wrong.append("%s, %s: %s" % (self.name, name, fault))


def look_at(browser, file, name, pictures):
    for width in (PHONE, DESK):
        for dark in (False, True):
            title = "%s, %d wide, %s" % (name, width, "dark" if dark else "light")
            with Visit(browser, file, title, width=width, dark=dark) as visit:
                visit.checks("names", "headings", "ids", "widths", "drawings", "contrasts")
                if pictures:
                    browser.picture("%s/%s-%d-%s.png" % (pictures, name, width, "dark" if dark else "light"))
    with Visit(browser, file, name + " without a script", width=DESK, script=False):
        pass
    check(len(browser_paper(browser, file)) > 20000, name + ": prints to nothing")


def browser_paper(browser, file):
    tab = browser.new_page()
    browser.show(width=DESK)
    browser.open(pathlib.Path(file).as_uri())
    paper = browser.paper()
    browser.close_page(tab)
    return paper


def table_with(visit, rows):
    """A selector of the first table that can be filtered and has that many rows at least."""
    visit.run("""(() => { const all = [...document.querySelectorAll(".table")].filter(one => one.querySelector(".filters") &&
        one.querySelectorAll("tbody tr").length >= %d); all[0].id = all[0].id || "tried"; all[0].dataset.tried = "1"; })()""" % rows)
    return "[data-tried='1']"


def click_through(browser, file):
    with Visit(browser, file, "clicks", width=DESK, height=900) as visit:
        table = table_with(visit, 20)
        all_rows = visit.run("checks.shown(%s).length" % json.dumps(table))
        # Filter by words, count said, Escape clears.
        browser.click(table + " .free input")
        browser.type("model")
        browser.settle()
        shown = visit.run("checks.shown(%s).length" % json.dumps(table))
        check(0 < shown < all_rows, "the filter shows %s of %s rows" % (shown, all_rows))
        said = visit.run("document.querySelector(%s).textContent" % json.dumps(table + " .count"))
        check(str(shown) in said and str(all_rows) in said, "the count says: " + said)
        browser.key("Escape", number=27)
        browser.settle()
        check(visit.run("checks.shown(%s).length" % json.dumps(table)) == all_rows, "Escape does not clear the filter")
        # Filter by a value of a column.
        value = visit.run("""(() => { const list = document.querySelector(%s); list.value = list.options[1].value;
            list.dispatchEvent(new Event("change")); return list.value; })()""" % json.dumps(table + " select"))
        by_value = visit.run("checks.shown(%s).length" % json.dumps(table))
        check(0 < by_value < all_rows, "choosing `%s` shows %s rows" % (value, by_value))
        visit.run("""(() => { const list = document.querySelector(%s); list.value = "";
            list.dispatchEvent(new Event("change")); })()""" % json.dumps(table + " select"))
        # Sort by a head: up, down, and back to the order of the document.
        before = visit.run("checks.shown(%s).map(row => row.cells[0].textContent)" % json.dumps(table))
        head = table + " thead th:nth-child(1) button"
        orders = []
        for _ in range(3):
            browser.click(head)
            orders.append((visit.run("document.querySelector(%s).getAttribute('aria-sort')" % json.dumps(table + " thead th:nth-child(1)")),
                           visit.run("checks.shown(%s).map(row => row.cells[0].textContent)" % json.dumps(table))))
        check(orders[0][0] in ("ascending", "descending") and orders[1][0] not in (None, orders[0][0]), "aria-sort does not tell the order")
        check(orders[0][1] == orders[1][1][::-1] or sorted(orders[0][1]) == sorted(orders[1][1]), "sorting loses rows")
        check(orders[0][1] != orders[1][1], "the second click does not turn the order")
        check(orders[2] == (None, before), "the third click does not give the order of the document back")
    with Visit(browser, file, "keyboard", width=DESK, height=900) as visit:
        browser.key("/", code="Slash", number=191, text="/")
        browser.settle()
        check(visit.run("document.activeElement === document.querySelector('.search input')"), "`/` does not lead to the search")
        wanted = visit.run("(document.querySelector('tbody [id]') || document.querySelector('tbody tr[id]')).id")
        browser.type(wanted)
        browser.settle()
        check(visit.run("document.querySelectorAll('.results [role=option]').length") > 0, "nothing is found for " + wanted)
        browser.key("ArrowDown", number=40)
        browser.key("Enter", number=13)
        browser.settle()
        check(visit.run("decodeURIComponent(location.hash)") == "#" + wanted, "Enter does not go to " + wanted)
        check(visit.run("checks.onScreen(%s)" % json.dumps(wanted)), wanted + " is not in view")
        browser.click(".theme")
        check(visit.run("document.documentElement.dataset.theme") == "dark", "the switch does not turn it dark")
        visit.checks("contrasts")
        browser.click(".theme")
        check(visit.run("document.documentElement.dataset.theme") == "light", "the switch does not turn it light again")
        # Tab reaches the link that skips to the text first.
    with Visit(browser, file, "first tab", width=DESK) as visit:
        browser.key("Tab", number=9)
        check(visit.run("document.activeElement.matches('.skip, a[href=\"#text\"]')"), "the first stop is not the link to the text")


def deep_link(browser, file):
    with Visit(browser, file, "to find an id", width=DESK) as visit:
        ids = visit.run("[...document.querySelectorAll('tbody [id]')].map(one => one.id)")
    middle = ids[len(ids) // 2]
    tab = browser.new_page()
    browser.show(width=PHONE)
    browser.open(pathlib.Path(file).as_uri() + "#" + middle.replace("%", "%25"))
    browser.run(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "page_checks.js")).read())
    browser.settle()
    check(browser.run("checks.onScreen(%s)" % json.dumps(middle)), "a deep link does not show " + middle)
    browser.close_page(tab)


def main():
    assize, source = sys.argv[1:3]
    pictures = sys.argv[3] if len(sys.argv) > 3 else None
    program = shutil.which("chromium")
    if not program:
        sys.exit("there is no chromium: script/bootstrap installs it")
    folder = tempfile.mkdtemp(prefix="assize-html-")
    browser = Chromium(program)
    try:
        environment = dict(os.environ, ASSIZE_DATA=source)
        project = os.path.join(source, "examples", "triage-assist")
        files = {}
        for name, words in {"register": ["register", project], "annex-iv": ["dossier", "annex-iv", project],
                            "summary-de": ["dossier", "management-summary", project, "--language", "de"]}.items():
            files[name] = os.path.join(folder, name + ".html")
            subprocess.run([assize] + words + ["-q", "-o", files[name]], env=environment, check=True)
        for name, file in files.items():
            look_at(browser, file, name, pictures)
        click_through(browser, files["register"])
        deep_link(browser, files["register"])
        deep_link(browser, files["annex-iv"])
    finally:
        browser.close()
        shutil.rmtree(folder, ignore_errors=True)
    for fault in wrong:
        print(fault)
    sys.exit(1 if wrong else 0)


main()
