"""What minutes carry on every page: the line to be signed, "Forts. § 12", and the stamp that an extract is a true copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Line

# A line of nothing but the places to sign. Names beside the label are people, and stay.
_WHO = frozenset(
    {"ordförande", "ordförandes", "ordf", "justerande", "justerandes", "justerare", "justerares", "justerarnas", "just"}
    | {"sekreterare", "sekreterares", "sekr", "protokollförare", "protokollförares", "och"}
)
_SIGN = frozenset({"sign", "signatur", "signaturer", "signum", "initialer"})
_WORD = re.compile(r"[^\W_]+")
_CERTIFIED = re.compile(
    r"^(?:utdrags?bestyrkande|utdraget bestyrkes|rätt utdraget|bestyrkes|rätt avskrivet|rätt utdraget (?:i tjänsten|intygar|ur protokollet))\s*[:._\s]*$",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"^(?:forts\.?|fortsättning)(?:\s+(?:på|av|från))?\s+(?:§\s*\d{1,4}|\d{1,4}\s*§|(?:föreg(?:ående|\.)|förra) sida)\W*$", re.IGNORECASE)
_LONGEST = 200  # characters of a line to be signed


def sign_lines(lines: Sequence[Line]) -> list[int]:
    """ "Justerandes sign", alone or with the chair's and the secretary's, without a name beside."""
    return [index for index, line in enumerate(lines) if len(line.text) <= _LONGEST and _is_sign(line.text)]


def _is_sign(text: str) -> bool:
    words = _WORD.findall(text.lower())
    return len(words) > 1 and bool(_SIGN & {*words}) and bool(_WHO & {*words}) and all(word in _WHO or word in _SIGN for word in words)


def certified(lines: Sequence[Line]) -> list[int]:
    """ "Utdragsbestyrkande" and its like, alone on a line."""
    return [index for index, line in enumerate(lines) if len(line.text) <= _LONGEST and _CERTIFIED.match(line.text.strip())]


def continued(lines: Sequence[Line]) -> list[int]:
    """ "Forts. § 12" alone on a line."""
    return [index for index, line in enumerate(lines) if len(line.text) <= _LONGEST and _CONTINUED.match(line.text.strip())]


def continued_heads(lines: Sequence[Line]) -> list[int]:
    """The line above "Forts. § 12" where the same words stand earlier: the head of the page."""
    claimed = []
    seen: set[str] = set()
    above: int | None = None
    for index, line in enumerate(lines):
        text = " ".join(line.text.split())
        if not text:
            continue
        if _CONTINUED.match(text) and above is not None and " ".join(lines[above].text.split()) in seen:
            claimed.append(above)
        if above is not None:
            seen.add(" ".join(lines[above].text.split()))
        above = index
    return claimed
