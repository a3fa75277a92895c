# SPDX-License-Identifier: Apache-2.0
"""A headless Chromium that opens files and is asked questions: its own debugging protocol over a pair of pipes, so that
no driver program, no port and no library is needed."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Fault(Exception):
    """Something the browser could not do, or that went wrong in the page."""


class Chromium:
    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="assize-browser-")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        words = [program, "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage",
                 "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
                 "--force-color-profile=srgb", "--user-data-dir=" + self.folder, "about:blank"]
        if os.geteuid() == 0:
            words.insert(1, "--no-sandbox")  # Chromium refuses to run as root with it.
        # The browser reads from descriptor 3 and writes to 4; a shell puts them there whatever numbers ours have.
        shell = 'exec 3<&%d 4>&%d; exec "$@"' % (theirs_in, theirs_out)
        self.process = subprocess.Popen(["sh", "-c", shell, "sh"] + words, pass_fds=(theirs_in, theirs_out),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=dict(os.environ, HOME=self.folder))
        os.close(theirs_in)
        os.close(theirs_out)
        self.incoming, self.outgoing = ours_in, ours_out
        self.unread, self.number, self.events, self.session, self.script = b"", 0, [], None, True

    def close(self):
        try:
            self.call("Browser.close", alone=True)
            self.process.wait(20)
        except (Fault, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.incoming)
        os.close(self.outgoing)
        shutil.rmtree(self.folder, ignore_errors=True)

    def message(self, seconds):
        """The next message; None when none came in time."""
        end = time.monotonic() + seconds
        while b"\0" not in self.unread:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.incoming], [], [], left)[0]:
                return None
            got = os.read(self.incoming, 1 << 20)
            if not got:
                raise Fault("the browser ended")
            self.unread += got
        text, self.unread = self.unread.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, alone=False, **parameters):
        self.number += 1
        asked = {"id": self.number, "method": method, "params": parameters}
        if self.session and not alone:
            asked["sessionId"] = self.session
        data = json.dumps(asked).encode() + b"\0"
        while data:
            data = data[os.write(self.outgoing, data):]
        while True:
            got = self.message(400)
            if got is None:
                raise Fault(method + ": no answer")
            if got.get("id") == self.number:
                if "error" in got:
                    raise Fault(method + ": " + got["error"]["message"])
                return got["result"]
            if "method" in got:
                self.events.append(got)

    def await_event(self, method):
        while True:
            for event in self.events:
                if event["method"] == method:
                    self.events.remove(event)
                    return event["params"]
            got = self.message(400)
            if got is None:
                raise Fault(method + " did not come")
            self.events.append(got)

    def new_page(self):
        """A fresh tab: nothing of another page is left in it."""
        self.session, self.events = None, []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.call(domain + ".enable")
        return target

    def close_page(self, target):
        self.session = None
        self.call("Target.closeTarget", targetId=target)

    def show(self, width, height=800, dark=False, script=True, calm=True):
        phone = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2 if phone else 1,
                  mobile=phone)
        self.call("Emulation.setEmulatedMedia", media="", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if calm else "no-preference"}])
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.script = script

    def open(self, address):
        self.events = []
        self.call("Page.navigate", url=address)
        self.await_event("Page.loadEventFired")

    def run(self, script):
        """The value of an expression; a promise is waited for."""
        got = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in got:
            details = got["exceptionDetails"]
            raise Fault(details.get("exception", {}).get("description", details["text"]) + "\n in " + script[:300])
        return got["result"].get("value")

    def settle(self):
        """Two frames, after which what was asked for is drawn. Without script nothing can wait for a frame."""
        if self.script:
            self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def key(self, key, code=None, number=0, text="", shift=False):
        modifiers = 8 if shift else 0
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, code=code or key, windowsVirtualKeyCode=number,
                  text=text, modifiers=modifiers)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=code or key, windowsVirtualKeyCode=number,
                  modifiers=modifiers)

    def type(self, text):
        for letter in text:
            self.key(letter, text=letter)

    def click(self, selector):
        """Where it is on the screen: what covers it takes the click."""
        place = self.run("""(() => { const one = document.querySelector(%s); one.scrollIntoView({block: "center", behavior: "instant"});
            const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()"""
                         % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)
        self.settle()

    def complaints(self):
        """What the console, the log and the network had against the page."""
        found = []
        for event in self.events:
            what, parameters = event["method"], event["params"]
            if what == "Runtime.exceptionThrown":
                found.append("exception: " + json.dumps(parameters["exceptionDetails"])[:600])
            elif what == "Runtime.consoleAPICalled":
                found.append("console: " + json.dumps(parameters["args"])[:600])
            elif what == "Log.entryAdded":
                found.append("log: " + parameters["entry"]["text"])
            elif what == "Network.requestWillBeSent":
                address = parameters["request"]["url"]
                if not address.startswith(("file:", "data:", "about:")):
                    found.append("asks the network for " + address)
        return found

    def picture(self, file, whole=False):
        got = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        with open(file, "wb") as out:
            out.write(base64.b64decode(got["data"]))

    def paper(self):
        got = self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        return base64.b64decode(got["data"])
