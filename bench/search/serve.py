"""A static server that counts what it sends: HTTP/1.1 with connections kept open, gzip for text, and a line of given speed.

The speed of the line is made here and not in the browser, because a browser's own brake does not reach the workers in which
two of the engines search. Compressed bodies are kept, so that only the first request for a file waits for gzip; a static
host has them ready.
"""

from __future__ import annotations

import gzip
import mimetypes
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

GZIPPED: Final = frozenset({".html", ".js", ".css", ".json", ".xml", ".svg", ".mjs"})
LEVEL: Final = 6  # gzip's default, which hosts use
CHUNK: Final = 16_384


@dataclass(frozen=True, slots=True)
class Speed:
    """A line: seconds from a request to the first byte of its response, and bits a second shared by all; 0 is no limit."""

    delay: float = 0.0
    bits: float = 0.0


FREE: Final = Speed()


@dataclass(frozen=True, slots=True)
class Sent:
    """One response: when its last byte left (seconds since the epoch), its path and its bytes, headers included."""

    at: float
    path: str
    size: int
    status: int


@dataclass(slots=True)
class Server:
    """A running server: its address, what it has sent, and the speed of its line, which may be changed between requests."""

    folder: Path
    address: str = ""
    speed: Speed = FREE
    sent: list[Sent] = field(default_factory=list)
    busy: int = 0
    _kept: dict[str, tuple[bytes, bool]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _free: float = 0.0

    def body(self, path: str) -> tuple[bytes, bool] | None:
        """The bytes of a file and whether they are compressed; None for a file that is not there."""
        if path not in self._kept:
            file = (self.folder / path).resolve()
            if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
                return None
            data = file.read_bytes()
            packed = file.suffix in GZIPPED
            self._kept[path] = (gzip.compress(data, LEVEL, mtime=0) if packed else data, packed)
        return self._kept[path]

    def turn(self, size: int) -> float:
        """The moment at which so many bytes have passed the line, which this call reserves."""
        with self._lock:
            now = time.monotonic()
            self._free = max(now, self._free) + (size * 8 / self.speed.bits if self.speed.bits else 0.0)
            return self._free

    def done(self, sent: Sent) -> None:
        """Note a response."""
        with self._lock:
            self.sent.append(sent)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    served: Server

    def do_GET(self) -> None:
        """Answer with the file, its folder's index, or 404."""
        served = self.served
        served.busy += 1
        started = time.monotonic()
        try:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            found = served.body(path + "index.html" if not path or path.endswith("/") else path)
            data, packed = found or (b"", False)
            kind = mimetypes.guess_type("index.html" if not path or path.endswith("/") else path)[0]
            head = [
                f"HTTP/1.1 {'200 OK' if found else '404 Not Found'}",
                f"Content-Type: {kind or 'application/octet-stream'}",
                f"Content-Length: {len(data)}",
                "Cache-Control: max-age=600",
            ]
            head += ["Content-Encoding: gzip", "Vary: Accept-Encoding"] if packed else []
            packet = ("\r\n".join(head) + "\r\n\r\n").encode() + data
            _sleep_until(started + served.speed.delay)
            for at in range(0, len(packet), CHUNK):
                piece = packet[at : at + CHUNK]
                _sleep_until(served.turn(len(piece)))
                if at + CHUNK >= len(packet):  # noted first, so that what a browser has seen is always counted
                    served.done(Sent(time.time(), path, len(packet), 200 if found else 404))
                self.connection.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            served.busy -= 1

    def setup(self) -> None:
        """Send small packets at once."""
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def _sleep_until(moment: float) -> None:
    left = moment - time.monotonic()
    if left > 0:
        time.sleep(left)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed in the middle of a response is no error."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """A server for ``folder`` on a free port of this machine, for as long as the block lasts."""
    made = Server(folder)
    handler = type("Handler", (_Handler,), {"served": made})
    server = _Quiet(("127.0.0.1", 0), handler)
    made.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
