"""A site served as a city's web server would: packed, and with the headers that the site asks for."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator import policy

PACKED = ("text/", "application/javascript", "application/json", "application/manifest+json", "application/xml", "image/svg+xml")


class _Server(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # a browser keeps its connections, as to a real server
    extensions_map = {  # noqa: RUF012 - as the base class has it
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".webmanifest": "application/manifest+json",
        ".xml": "application/xml",
    }

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the test's own output is enough."""

    def send_head(self) -> io.BytesIO | None:
        """The answer's head, and its body packed where the kind of file gains by it."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        try:
            data = path.read_bytes()
        except OSError:
            self.send_error(404)
            return None
        kind = self.guess_type(str(path))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if kind.startswith(PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        for name, value in policy.headers():
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(data)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server for ``folder`` on a free port of this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Server, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
