"""What minutes tell of the days on which a matter was tabled or sent back before ("Tidigare behandling").

Each day is one decision of its day, quoted in the minutes' own words with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Decision, Fact, Outcome, Status
from generator.parse.dates import dates
from generator.parse.layout import Block
from generator.parse.meetings import Meeting
from generator.parse.reading import Part

_EARLIER_SAID = re.compile(r"\b(?P<verb>bordlag[td]\w*|bordlades|återremittera[dt]\w*|återremitterades)\b", re.IGNORECASE)


def earlier(part: Part, met: Meeting) -> Iterator[Decision]:
    """The days on which the matter was tabled or sent back before: "Bordlagt den 26 januari 2023, § 38, den 23 februari …".

    A list that ends a block with a comma goes on in the next.
    """
    goes_on: Outcome | None = None
    for block in part.blocks:
        verbs = [(found.start(), _what(found["verb"])) for found in _EARLIER_SAID.finditer(block.text)]
        if goes_on and (not verbs or verbs[0][0] > 0):
            verbs.insert(0, (0, goes_on))
        ends = [start for start, _ in verbs[1:]] + [len(block.text)]
        for (start, result), end in zip(verbs, ends, strict=False):
            yield from _told_days(block, start, end, result, met)
        goes_on = verbs[-1][1] if verbs and block.text.rstrip().endswith((",", " och", " samt")) else None


def _what(verb: str) -> Outcome:
    return "tabled" if verb.lower().startswith("bord") else "referred-back"


def _told_days(block: Block, start: int, end: int, result: Outcome, met: Meeting) -> Iterator[Decision]:
    """One decision for each day in ``block.text[start:end]``, quoted with its paragraph; the first with the verb before it."""
    days = [(day, at) for day, at in dates(block.text[:end]) if at >= start and not day.startswith("XXXX")]
    for number, (day, at) in enumerate(days):
        upto = days[number + 1][1] if number + 1 < len(days) else end
        begins = start if number == 0 and _EARLIER_SAID.match(block.text, start) else at - 4 if block.text[:at].endswith("den ") else at
        words = block.text[begins:upto].strip(" ,.").removesuffix(" den").removesuffix(" och").strip(" ,.")
        yield Decision(met.stage, met.body, result, words, block.place_at(begins), Fact(day, Status.STATED, words, block.place_at(begins)))
