"""Where a line that begins with "att" is a point of its own, though nothing but the line says so.

Reflowed text joins such lines into one paragraph, since they begin small and the line before may have no stop. In a text that
is wrapped by hand a line may begin with "att" by chance: there the line before must have had room for it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from generator.model import Document
from generator.parse.blocks import Block

FEWEST: Final = 2  # lines that go on in the next, from which a text is wrapped by hand

_ATT: Final = re.compile(r"att\s", re.IGNORECASE)
# Words that lead into "att", so that a line that ends with them goes on.
_LEADS: Final = re.compile(
    r"\b(?:uppdrag(?:et)?|för|så|genom|om|till|på|med|av|i|besluta[rt]?|är|möjlighet(?:en|er|erna)?|innebär|syfte|syftar|utan|efter"
    r"|förslag(?:et)?|krav(?:et)?|säkerställa|verka|arbeta|se|tillse|anser|menar|bör|kan|ska|föreslå[rs]?|yrka[rs]?|hemställer|sätt"
    r"|annat|eller|än|som|dels|beslut|hur|rätt(?:en)?|vikten|visar|ansvar(?:et)?|behov(?:et)?|försök(?:er)?|kommer|börja[rt]?)\W*$",
    re.IGNORECASE,
)


def width(document: Document) -> int:
    """How wide a document's lines are where they are wrapped by hand; 0 where each paragraph is one line.

    A line that goes on in the next shows it: that begins small, and not with "att".
    """
    lengths = [
        len(line.text.rstrip())
        for line, following in pairwise(document.lines)
        if line.text.strip() and following.text[:1].islower() and not _ATT.match(following.text)
    ]
    return max(lengths) if len(lengths) >= FEWEST else 0


def att_lines(block: Block, wide: int) -> tuple[int, ...]:
    """The offsets in ``block`` at which a line begins a new point with "att"; ``wide``: see ``width``."""
    made: list[int] = []
    for (before, _), (at, _) in zip(block.starts, block.starts[1:], strict=False):
        line, rest = block.text[before:at].rstrip(), block.text[at:]
        if not _ATT.match(rest) or _LEADS.search(line):
            continue
        needed = len(" ".join(rest.split()[:2])) + 1
        if not wide or len(line) + needed <= wide or line.endswith((",", ";", ".")):
            made.append(at)
    return tuple(made)
