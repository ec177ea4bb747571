"""What a reader hands over, and how it says that a file cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.findings import found
from generator.model import Document, Finding, SourceOutcome


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: an attachment of a message, an entry of an archive. ``name`` may hold forward slashes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file as read. ``document`` is None where nothing in it is text of its own; ``findings`` then say why."""

    document: Document | None
    findings: tuple[Finding, ...] = ()
    members: tuple[Member, ...] = ()
    outcome: SourceOutcome = "published"


class UnreadableError(Exception):
    """A file that its reader refuses: one finding, and the outcome its row gets (rejected, unread or quarantined)."""

    def __init__(self, code: str, file: str, outcome: SourceOutcome = "rejected", **words: object) -> None:
        """Make the finding ``code`` at ``file``; ``words`` fill its message."""
        super().__init__(code)
        self.finding = found(code, file, None, **words)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table of formats.

    ``fits`` decides by the content (the name is given only for what content cannot tell, such as Markdown); ``read`` takes
    the file's name, digest and bytes and may raise ``UnreadableError``. ``endings`` are the usual ones, without the dot.
    """

    name: str
    fits: Callable[[str, bytes], bool]
    read: Callable[[str, str, bytes], Delivery]
    endings: tuple[str, ...] = ()
