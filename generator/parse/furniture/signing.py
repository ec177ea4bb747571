"""Stamps of electronic signing: the sentence that says so, and the references and digests of the service."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line

_DONE = r"(?:under(?:tecknat|skrivet)|signerat|justerat|godkänt)"
_HOW = r"(?:elektroniskt|digitalt)"
_HEX = r"[0-9a-fA-F]"
_GUID = rf"\{{?{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}\}}?"
# Each pattern takes the whole line: a sentence that says more than this is text.
_STAMP = re.compile(
    rf"^(?:(?:detta|det här)\s+(?:dokument(?:et)?\s+)?(?:är|har)|dokumentet\s+(?:är|har))\s+(?:ett\s+)?(?:{_HOW}\s+{_DONE}|{_DONE}\s+{_HOW})(?:\s+dokument)?\W*$"
    rf"|^{_HOW}\s+{_DONE}(?:\s+dokument)?\W*$"
    rf"|^(?:kopia|bekräftelse|kopia/bekräftelse)(?:\s+på)?\s+e-signerat\s+dokument\W*$"
    rf"|^(?:(?:signatur|underskrifts?|verifikations?|verifierings?|transaktions?|dokument|signerings)[ -]?(?:referens|id|nummer|nyckel|kod|nr)"
    rf"|verifikat(?:ion)?|transaktion|kontrollsumma|sha-?(?:1|256|512)|md5|penneo dokumentnyckel|scrive)\s*[:#]\s*\S+(?:\s+\S+)?$"
    rf"|^{_GUID}$|^(?=\S*\d)(?=\S*[a-fA-F]){_HEX}{{32,128}}$",
    re.IGNORECASE,
)
_LONGEST = 300  # characters


def stamps(lines: Sequence[Line]) -> list[int]:
    """Lines that only say that, or under which reference, the document was signed electronically."""
    return [index for index, line in enumerate(lines) if len(line.text) <= _LONGEST and _STAMP.match(" ".join(line.text.split()))]
