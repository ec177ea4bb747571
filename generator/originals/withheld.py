"""How a cleaner says that no copy can be offered."""

from __future__ import annotations


class WithheldError(Exception):
    """A file of which no copy is given out. ``reason`` is a Swedish sentence for readers, without its full stop."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason
