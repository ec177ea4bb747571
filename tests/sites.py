"""Sites built for the tests, each once: building takes seconds."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.build import Paths, Result, build

CHROMIUM = shutil.which("chromium")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: where it lies, and how the build went."""

    folder: Path
    result: Result


def project_copy(root: Path, folder: Path) -> Path:
    """A project of its own in ``folder``, with the real configuration and no content."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(root / "site_config", folder / "site_config")
    return folder


def built(root: Path, folder: Path, content: Path) -> Site:
    """``content`` built with the project's own configuration into a site under ``folder``."""
    project = project_copy(root, folder / "project")
    out = folder / "site"
    result = build(Paths(project, content, project / "site_config", out))
    assert result.published, result.findings
    return Site(out, result)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Say nothing: the test's own output is enough."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a static server for ``folder``, on a free port of this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
