"""Sites served as a web server would, with or without the headers that the site asks for, and watched while they are read."""

from __future__ import annotations

import functools
import http.server
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route


def headers_of(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The blocks of a ``_headers`` file: the beginning of the addresses, and the headers that go with them."""
    blocks: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            blocks[-1][1].append((name, value))
        elif line.strip():
            blocks.append((line.strip().removesuffix("*"), []))
    return blocks


class _Server(http.server.SimpleHTTPRequestHandler):
    blocks: ClassVar[list[tuple[str, list[tuple[str, str]]]]] = []

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the test's own output is enough."""

    def end_headers(self) -> None:
        for start, headers in self.blocks:
            if self.path.startswith(start):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()


class _Listening(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that is led away from a page hangs up: that is no fault of the server."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path, headers: str = "") -> Iterator[str]:
    """The address of a server for ``folder`` that sends what the text of a ``_headers`` file says."""
    kind = type("Server", (_Server,), {"blocks": headers_of(headers)})
    server = _Listening(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Watched:
    """A browser context that lets nothing beyond one origin through, and keeps what was tried, said and asked."""

    def __init__(self, browser: Browser, origin: str) -> None:
        """Open a context of its own, with nothing kept from before."""
        self.origin = origin
        self.context: BrowserContext = browser.new_context()
        self.beyond: list[str] = []  # requests to other origins
        self.said: list[str] = []  # on the console, errors of scripts too
        self.asked: list[str] = []  # dialogs
        self.ran: list[str] = []  # what a payload's own script called
        self.context.expose_function("pwned", lambda *what: self.ran.append(str(what)))
        # Only what goes beyond is caught: the site's own files come as fast as they would.
        self.context.route(re.compile(rf"^(?!{re.escape(origin)}/|data:|blob:|about:)"), self._route)
        self.context.on("dialog", self._dialog)
        self.context.on("console", lambda message: self.said.append(message.text))
        self.context.on("weberror", lambda error: self.said.append(str(error.error)))
        self._page: Page | None = None

    def _route(self, route: Route) -> None:
        self.beyond.append(route.request.url)
        route.abort()

    def _dialog(self, dialog: Any) -> None:
        self.asked.append(dialog.message)
        dialog.dismiss()

    @property
    def page(self) -> Page:
        """The window that pages are opened in."""
        self._page = self._page or self.context.new_page()
        return self._page

    def go(self, address: str, wait: Literal["load", "domcontentloaded"] = "load") -> Page:
        """The page at an address of the origin, loaded, or at least read and its scripts run."""
        self.page.goto(self.origin + address, wait_until=wait)
        return self.page

    def shut(self) -> None:
        """Close the window: the next page has one of its own."""
        if self._page:
            self._page.close()
            self._page = None

    def faults(self) -> list[str]:
        """Everything that happened and must not, since it was last asked for."""
        told = [*self.beyond, *self.asked, *self.ran]
        for kept in (self.beyond, self.asked, self.ran):
            kept.clear()
        return told


@contextmanager
def watched(browser: Browser, origin: str) -> Iterator[Watched]:
    """A watched context, closed afterwards."""
    made = Watched(browser, origin)
    try:
        yield made
    finally:
        made.context.close()
