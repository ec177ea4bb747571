"""_headers: what a static host is to send with every file of the site, from the policy that the pages also carry themselves."""

from __future__ import annotations

from typing import Final

from generator import policy
from generator.model import DataFile

PATH: Final = "_headers"


def headers() -> DataFile:
    """The file at the root of the site."""
    return DataFile(PATH, policy.headers_file().encode())
