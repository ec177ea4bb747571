"""Enumerations of public authorities, and how many a document says there are: held against each other later."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Draft, Fact
from generator.parse.reading import Reading

# Words by which Swedish authorities are known by their form.
_AUTHORITY = re.compile(
    r"(?:verket|myndigheten|kassan|polisen|förmedlingen|bevakningen|vården|fogden|styrelsen|inspektionen|kommun|ombudsmannen)$",
    re.IGNORECASE,
)
_ONE = r"[A-ZÅÄÖ][\wåäö-]+(?:(?<=-) och [\wåäö]+)?"  # "Havs- och vattenmyndigheten" is one
_LIST = re.compile(rf"(?:{_ONE}(?: [\wåäö]+)?, )+{_ONE}(?: [\wåäö]+)? (?:och|samt) {_ONE}")
_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
            "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo")  # fmt: skip
_COUNT = re.compile(
    rf"\b(?P<number>{'|'.join(_NUMBERS[2:])}|\d{{1,2}})\s+(?:(?:nämnda|olika|berörda|angivna|uppräknade|statliga)\s+)?"
    r"myndigheter(?:na)?\b",
    re.IGNORECASE,
)
_FEWEST = 4  # names in an enumeration that is worth comparing
_SHARE = 0.6  # of the names must look like authorities


def authorities(reading: Reading, draft: Draft) -> Draft:
    """Fill ``authorities``: each enumeration ("12: A, B, C …") and each number of authorities, with its sentence."""
    made: dict[str, Fact] = {}
    for sentence in reading.sentences():
        for match in _LIST.finditer(sentence.text):
            names = [name.strip() for name in re.split(r", |(?<!-) och | samt ", match.group())]
            likely = sum(bool(_AUTHORITY.search(name)) for name in names)
            if len(names) >= _FEWEST and likely >= _SHARE * len(names):
                value = f"{len(names)}: {', '.join(names)}"
                made.setdefault(value, sentence.fact(value, match.start()))
        counted = _COUNT.search(sentence.text)
        if counted:
            word = counted["number"].lower()
            number = int(word) if word.isdigit() else _NUMBERS.index(word)
            made.setdefault(str(number), sentence.fact(str(number), counted.start()))
    return replace(draft, authorities=tuple(made.values()))
