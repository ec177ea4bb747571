"""Contact blocks of letterheads: lines of nothing but addresses, telephone numbers and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line

_PHONE = r"(?:(?:\+\d|\(?0)\d{0,3}\)?[\d\s–-]{5,14}\d)"  # begins with 0 or +: a date or a diary number does not
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WEB = r"(?:https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:se|com|nu|org))"
_LABEL = (
    r"(?:besöksadress|postadress|adress|fakturaadress|leveransadress|telefon(?:växel)?|tel\.?|tfn\.?|växel|direkt|mobil|fax|telefax|e-post(?:adress)?|e-mail|mail|"
    r"webb(?:plats|adress)?|hemsida|internet|org(?:anisations)?\.?(?:nr|nummer)|bankgiro|plusgiro|bg|pg|säte)"
)
_POST = r"(?:box\s+\d{1,6}|\d{3}\s?\d{2}\s+[A-ZÅÄÖ][A-Za-zÅÄÖåäö]+(?:\s+[A-ZÅÄÖ][A-Za-zÅÄÖåäö]+)?)"
_STREET = r"(?:[A-ZÅÄÖ][\wåäöé]*(?:\s[A-ZÅÄÖ]?[\wåäöé]+){0,2}\s?\d{1,3}\s?[A-Z]?)"
_GIRO = r"(?:\d{6}-\d{4}|(?<=giro )\d{2,7}-\d{1,4}|(?<=giro: )\d{2,7}-\d{1,4})"
_PIECE = rf"(?:{_LABEL}(?:\s+växel)?\s*:?|{_PHONE}|{_MAIL}|{_WEB}|{_POST}|{_GIRO})"
# A line that is contact from end to end; a street alone counts only after a label or beside a postal address.
_CONTACT = re.compile(rf"^(?:{_PIECE}|(?<=:\s){_STREET})(?:[\s,;|•·]+(?:{_PIECE}|{_STREET}(?=,|$|\s{{2}})))*$", re.IGNORECASE)
_SURE = re.compile(rf"{_MAIL}|\bwww\.|\b(?:tel|tfn|växel|fax|telefax|telefon)\b.*\d|\bbox\s+\d|\b\d{{3}}\s?\d{{2}}\s+[A-ZÅÄÖ]", re.IGNORECASE)
_LONGEST = 140  # characters
_WITHIN = re.compile(rf"{_PHONE}|{_MAIL}|{_POST}|\bwww\.", re.IGNORECASE)


def contacts(lines: Sequence[Line]) -> list[int]:
    """Two contact lines in a row or more, or one that holds at least two ways to reach the sender.

    Every word of a line must belong to an address: "Telefon: 08-12 34 56" does, "Ring 08-12 34 56 för frågor" does not.
    """
    full = [index for index, line in enumerate(lines) if line.text.strip() and line.style not in {"row", "note"}]
    claimed: list[int] = []
    run: list[int] = []
    for index in [*full, -1]:
        if index >= 0 and _is_contact(lines[index].text):
            run.append(index)
            continue
        sure = sum(bool(_SURE.search(lines[one].text)) for one in run)
        if (len(run) > 1 and sure) or (len(run) == 1 and sure and len(_WITHIN.findall(lines[run[0]].text)) > 1):
            claimed += run
        run = []
    return claimed


def _is_contact(text: str) -> bool:
    folded = " ".join(text.split()) if len(text) <= 2 * _LONGEST else ""
    return 0 < len(folded) <= _LONGEST and bool(_CONTACT.match(folded)) and (any(char.isdigit() for char in folded) or "@" in folded or "www." in folded)
