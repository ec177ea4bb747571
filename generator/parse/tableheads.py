"""The heads of the table in which an office sums up what each body answered: who, what it decided, and why.

The words were read off council bundles of one city and the printed papers of others; a table is known by its first column (who
was asked) together with another that holds where they stand. A table of anything else has no such head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Who: "Remissinstans", "Nämnd/bolag", "Instans", "Nämnd eller styrelse", "Remissinstansens namn".
_SORT = r"(?:nämnd(?:er|en)?|styrelse[rn]?|bolag(?:et)?|förvaltning(?:ar)?|instans(?:er)?|råd(?:et)?|part(?:er)?)"
WHO = (
    rf"(?:remissinstans(?:er(?:na)?|en)?(?:s namn)?|remissorgan|remissvar från|tillfrågad(?:e)?(?: {_SORT})?|svarande|organ|"
    rf"{_SORT}(?:\s?(?:/|,| och | eller | samt )\s?{_SORT}){{0,3}})"
)
_OF = r"(?:(?:nämndens|instansens|remissinstansens|styrelsens|bolagets|deras|sammanfattat) )?"
# Where it stands. The first of these that a table has is that column; "Yttrande" may also be the reasons beside a decision.
STANDS = (
    rf"{_OF}(?:beslut|ställningstaganden?|hållning|inställning|ståndpunkt|tillstyrker\s?/\s?avstyrker|avstyrker\s?/\s?tillstyrker|"
    rf"till-?\s?(?:/|eller)\s?avstyrker|utfall|slutsats)",
    rf"{_OF}(?:svar|remissvar|besked|förslag(?: till beslut)?)",
    rf"{_OF}(?:yttrande|remissyttrande)",
)
STAND = "(?:" + "|".join(STANDS) + ")"
_WHO = re.compile(WHO, re.IGNORECASE)
_STANDS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in STANDS)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table say who, where it stands, and what else was said."""

    who: int
    stand: int
    comments: tuple[int, ...]


def columns_of(cells: Sequence[str]) -> Columns | None:
    """The columns that the head ``cells`` names; None where it is no head of such a table."""
    bare = [" ".join(cell.split()).rstrip(":") for cell in cells]
    who = next((at for at, cell in enumerate(bare) if _WHO.fullmatch(cell)), None)
    if who is None:
        return None
    for pattern in _STANDS:
        stand = next((at for at, cell in enumerate(bare) if at != who and pattern.fullmatch(cell)), None)
        if stand is not None:
            return Columns(who, stand, tuple(at for at in range(len(bare)) if at not in {who, stand}))
    return None
