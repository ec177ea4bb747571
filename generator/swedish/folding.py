"""Letters without their dots, for slugs and for search keys."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d"})


def fold(text: str) -> str:
    """``text`` in lower case without diacritics: "Hägersten-Älvsjö" → "hagersten-alvsjo"."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))
