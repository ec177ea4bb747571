"""The day to which an answer says that its own last day was put off. Part of the room ``archive``.

"Svar önskas senast 31 januari, men förlängd svarstid till 6 februari har erhållits": the later day holds for that body, and
for no other. A body tells this of itself only; what it was asked by, and when, is the motion's own last day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator import addresses
from generator.model import Fact, Passage, Referral, Response, Status
from generator.parse.dates import UNKNOWN_YEAR, dates

_GRANTED = re.compile(
    r"\b(?:förlängd|utökad|utsträckt|längre)\s+(?:svars|remiss|yttrande)tid(?:en)?\b|\b(?:svars|remiss)tiden\s+(?:\w+\s+){0,3}förläng(?:ts|des|d)\b|\banstånd\b(?!\s+(?:att|med)\s+betal)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:inte|ej|avslag|avslogs|avslagits|nekats|nekades)\b", re.IGNORECASE)
_ONLY_ASKED = re.compile(r"\b(?:begär(?:t|de|a|an)?|ansökt\w*|ansöker|ansökan|önskar|önskat|bett|ber|skulle\s+behöva|behöver)\b", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:fått|fick|beviljat?s?|beviljades|erhållits|erhållit|erhöll|medg\w+|godkän\w+)\b", re.IGNORECASE)
_TO_DAY = re.compile(r"\b(?:till(?:\s+och\s+med)?|t\.?o\.?m\.?|senast|skickas)\s+(?:den\s+)?$", re.IGNORECASE)
# Who got the time, where it is somebody by name: "Kulturnämnden", "Socialnämnd Norr". "Nämnden" is the one that speaks.
_BODY = re.compile(r"\b(?!(?:[Kk]ommun|[Rr]egion)styrelsen?)[A-ZÅÄÖ][\wåäö-]+(?:nämnd|förvaltning|kontor|bolag|styrelse)\w*(?:\s+[A-ZÅÄÖ][\wåäö-]+)*")
_STEM = 6  # letters by which a board and its office are taken to be named alike
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])|\n+")


def extended(referrals: Sequence[Referral], responses: Sequence[Response]) -> tuple[Referral, ...]:
    """``referrals`` with the last day that each body's own answer says it was given; as they are where it says none.

    An answer that gives two such days, or none in whole, changes nothing; a day that an editor gives stays.
    """
    by_id = {one.id: one for one in responses}
    return tuple(_with_day(one, by_id.get(one.response or "")) for one in referrals)


def _with_day(asked: Referral, response: Response | None) -> Referral:
    if response is None or response.told or response.bodies != (asked.body,) or (asked.deadline and asked.deadline.status is Status.CURATED):
        return asked
    own = (asked.body.replace("-", " "), *asked.names)
    found = [fact for section in response.sections for passage in section.passages if (fact := granted(passage, own))]
    return replace(asked, deadline=found[0]) if len({fact.value for fact in found}) == 1 else asked


def granted(passage: Passage, own: Sequence[str]) -> Fact | None:
    """The day to which a passage says that the time to answer was extended; None where it says no such day, or only asks.

    ``own`` are the body's names: what was granted to another body, named before it, is not this one's.
    """
    start = 0
    for sentence in _SENTENCE.split(passage.text):
        at = passage.text.find(sentence, start)
        start = at + len(sentence)
        said = _GRANTED.search(sentence)
        if said is None or _DENIED.search(sentence) or (_ONLY_ASKED.search(sentence) and not _GIVEN.search(sentence)):
            continue
        named = [match.group() for match in _BODY.finditer(sentence, 0, said.start())]
        if named and not _is_own(named[-1], own):
            continue
        days = [day for day, offset in dates(sentence) if offset >= said.start() and not day.startswith(UNKNOWN_YEAR) and _TO_DAY.search(sentence[:offset])]
        if len(days) == 1:
            line = next((number for offset, number in reversed(passage.starts) if offset <= at), passage.place.line)
            return Fact(days[0], Status.STATED, " ".join(sentence.split()), replace(passage.place, line=line))
    return None


def _is_own(name: str, own: Sequence[str]) -> bool:
    """Whether every word of a name is begun like a word of one of the body's own names."""
    known = {word[:_STEM].lower() for one in own for word in addresses.slug(one).split("-")}
    return all(word[:_STEM] in known for word in addresses.slug(name).split("-"))
