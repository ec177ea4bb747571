"""The address lines of a message: who wrote to whom is the message's business, not the document's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line

_ADDRESS = re.compile(r"^(?:från|till|kopia|hemlig kopia|svar till|from|to|cc|bcc|reply-to):\s", re.IGNORECASE)
_SENT = re.compile(r"^(?:från|from):\s", re.IGNORECASE)


def addressed(lines: Sequence[Line]) -> list[int]:
    """The labelled lines "Från:", "Till:" and "Kopia:" with which a message begins; date and subject are the document's own."""
    claimed: list[int] = []
    full = [index for index, line in enumerate(lines) if line.text.strip()]
    for index in full:
        if lines[index].style != "meta":
            break
        if _ADDRESS.match(lines[index].text.strip()):
            claimed.append(index)
    return claimed if any(_SENT.match(lines[index].text.strip()) for index in claimed) else []
