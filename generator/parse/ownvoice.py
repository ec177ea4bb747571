"""Whose a party's paper is where its letterhead does not say: the one party that takes a stand in it, in its own voice.

"Vänsterpartiet delar nämndens oro …" at the beginning of a paragraph is how a party writes of itself. It is believed only
where no other party is named in the paper, and where the party is none of those that filed the motion: they are told of by others.
"""

from __future__ import annotations

import re
from typing import Final

from generator.model import Fact, Status
from generator.parse.layout import Block
from generator.parse.reading import Reading

_SHORT: Final = {
    "Centerpartiet": "C", "Demokraterna": "D", "Feministiskt initiativ": "FI", "Kristdemokraterna": "KD", "Liberalerna": "L", "Miljöpartiet": "MP",
    "Moderaterna": "M", "Socialdemokraterna": "S", "Sverigedemokraterna": "SD", "Vänsterpartiet": "V",
}  # fmt: skip
_ANY = re.compile(r"\b[A-ZÅÄÖ][\wåäö-]*(?:partie(?:t|r)|demokraterna|demokrater|moderaterna|liberalerna)(?:s|na)?\b|\bModeraterna?s?\b|\bLiberalernas?\b|\bDemokraternas?\b|\bFeministiskt [Ii]nitiativ\b|\b[Rr]ödgrön\w*|\bstyret\b")
_OWN = re.compile(
    rf"(?P<party>{'|'.join(_SHORT)})\s+(?:kan\s+|vill\s+)?(?:delar|delar inte|instämmer|instämma|ställer\s+(?:oss|sig)|motsätter\s+(?:oss|sig)|håller\s+med|ser\s+(?:med|att|gärna|inte|det|idel|positivt|negativt)|"
    r"anser|välkomnar|poängtera|understryka|framhålla|önskar|står\s+(?:fast|bakom)|menar)\b"
)


def speaking(reading: Reading) -> Fact | None:
    """The party that speaks in a paper, inferred from its own sentence; None where none does so, or the paper names another party too."""
    blocks = [block for part in reading.parts for block in (*([part.heading] if part.heading else []), *part.blocks)]
    found = next(((block, match) for block in blocks if (match := _OWN.match(block.text))), None)
    if found is None:
        return None
    block, match = found
    party = match["party"]
    named = {name.group().removesuffix("s") for one in blocks for name in _ANY.finditer(one.text)}
    if named != {party} or _filed_by(party, blocks):
        return None
    sentence = re.split(r"(?<=[.!?])\s", " ".join(block.text.split()), maxsplit=1)[0]
    return Fact(party, Status.INFERRED, f"partiet talar i texten: ”{sentence}”", block.place)


def _filed_by(party: str, blocks: list[Block]) -> bool:
    """Whether somebody of the party is named in the paper, as those who filed the motion are: "Anna Ek (V)"."""
    mark = re.compile(rf"\(\s*(?:[A-ZÅÄÖ]{{1,3}}\s*,\s*)*{_SHORT[party]}\s*(?:,\s*[A-ZÅÄÖ]{{1,3}}\s*)*\)", re.IGNORECASE)
    return any(mark.search(block.text) for block in blocks)
