"""What must not be published, and what staff should look at: pure checks, one file each, in this order."""

from __future__ import annotations

from collections.abc import Callable

from generator.checks.personal_numbers import personal_numbers
from generator.model import Document, Finding

Check = Callable[[Document], tuple[Finding, ...]]

CHECKS: tuple[Check, ...] = (personal_numbers,)


def held_back(document: Document) -> tuple[Finding, ...]:
    """The findings that keep ``document`` from being published; empty if it may be."""
    return tuple(finding for check in CHECKS for finding in check(document))
