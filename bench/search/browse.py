"""One visit to a search page in headless Chromium: a first query by the address, a next one typed, both measured."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from bench.search.engines import Engine
from bench.search.serve import FREE, Sent, Server, Speed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

QUIET: Final = 0.35  # seconds without a request after which a page counts as settled
# Notes the moment at which an element that was not there before matches; runs before any script of the page.
WATCH: Final = """(() => {
  const watch = { hit: null, old: new WeakSet(), at: null, start: 0 };
  const look = () => {
    if (watch.at !== null || !watch.hit) return;
    for (const one of document.querySelectorAll(watch.hit)) {
      if (!watch.old.has(one)) { watch.at = performance.now(); return; }
    }
  };
  watch.again = () => {
    for (const one of document.querySelectorAll(watch.hit)) watch.old.add(one);
    watch.at = null;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  addEventListener("input", () => { if (watch.typing) watch.start = performance.now(); }, true);
  addEventListener("keydown", (event) => {
    if (!watch.typing && event.key === "Enter") watch.start = performance.now();
  }, true);
  window.benchWatch = watch;
})();"""


@dataclass(frozen=True, slots=True)
class Profile:
    """A reader's circumstances: the line, and how many times slower the processor is."""

    name: str
    speed: Speed = FREE
    slower: int = 1


PROFILES: Final = (
    Profile("free"),
    Profile("line", Speed(0.020, 10e6)),
    Profile("phone", slower=4),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: milliseconds to the first hit (None where there is none), bytes and requests until then and in all."""

    query: str
    milliseconds: float | None
    bytes_to_hit: int
    requests_to_hit: int
    bytes: int
    requests: int
    hits: bool
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A first and a next query on a page, and the memory afterwards in megabytes: the page's heap, all of its process."""

    first: Asked
    next: Asked | None
    heap: float
    process: float


@contextmanager
def browsing(program: str) -> Iterator[Browser]:
    """A headless Chromium for as long as the block lasts."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the other parts of the bench do without a browser

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=program,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-features=SpareRendererForSitePerProcess",
                "--js-flags=--max-old-space-size=8192",
            ],
        )
        yield browser
        browser.close()


def visit(
    browser: Browser, server: Server, engine: Engine, profile: Profile, first: str, then: str, limit: float = 300
) -> Visit:
    """Open the page with a cold cache and ask it ``first``, then ``then`` unless that is ""; past ``limit`` seconds it failed."""
    server.speed = profile.speed
    server.sent.clear()
    context = browser.new_context(locale="sv-SE")
    try:
        context.add_init_script(WATCH + _set(engine))
        page = context.new_page()
        devtools = context.new_cdp_session(page)
        devtools.send("Performance.enable")
        if profile.slower > 1:
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": profile.slower})
        opened = time.time()
        page.goto(server.address + engine.page + quote(first), wait_until="commit")
        one = _asked(page, server, engine, first, opened, limit)
        if one.failed or not one.hits or not then:
            # Word that there are no hits would still stand there and be taken for the answer to the next.
            return Visit(one, None, *_memory(browser, devtools))
        page.evaluate("benchWatch.again()")
        before = len(server.sent)
        pressed = time.time()
        # The last letter by key: Material looks at its box when a key goes up.
        page.fill(engine.input, then[:-1])
        page.press(engine.input, then[-1])
        if not engine.typing:
            page.press(engine.input, "Enter")
        two = _asked(page, server, engine, then, pressed, limit, before)
        return Visit(one, two, *_memory(browser, devtools))
    finally:
        context.close()


def _set(engine: Engine) -> str:
    return f"benchWatch.hit = {engine.hit!r}; benchWatch.typing = {'true' if engine.typing else 'false'};"


def _asked(page: Page, server: Server, engine: Engine, query: str, begun: float, limit: float, before: int = 0) -> Asked:
    """Wait for a hit, or for word that there is none, and then until the line is quiet."""
    at: float | None = None
    quiet_since = time.time()
    seen = -1
    while True:
        state = page.evaluate(
            f"() => ({{at: benchWatch.at, start: benchWatch.start, origin: performance.timeOrigin, none: !!({engine.none})}})"
        )
        at = state["at"]
        now = time.time()
        if server.busy or len(server.sent) != seen:
            seen, quiet_since = len(server.sent), now
        nothing = bool(state["none"]) and at is None
        if (at is not None or (nothing and now - begun > 0.5)) and now - quiet_since > QUIET:
            break
        if now - begun > limit:
            return Asked(query, None, 0, 0, *_sum(server.sent[before:]), hits=False, failed=f"> {limit:.0f} s")
        page.wait_for_timeout(30)
    sent = server.sent[before:]
    moment = (state["origin"] + at) / 1000 if at is not None else time.time()
    return Asked(
        query,
        at - state["start"] if at is not None else None,
        *_sum([one for one in sent if one.at <= moment]),
        *_sum(sent),
        hits=at is not None,
    )


def _sum(sent: list[Sent]) -> tuple[int, int]:
    return sum(one.size for one in sent), len(sent)


def _memory(browser: Browser, devtools: CDPSession) -> tuple[float, float]:
    """Megabytes: JavaScript's heap in the page itself, and what the pages' processes hold, workers included."""
    metrics = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    held = sum(_proportional(one["id"]) for one in processes if one["type"] == "renderer")
    return metrics["JSHeapUsedSize"] / 1e6, held / 1000


def _proportional(process: int) -> int:
    """Kilobytes of a process, what it shares divided among the sharers; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
