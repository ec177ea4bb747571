"""The forms of a party's paper: a yrkande, a yttrande, a reservation, a protokollsanteckning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.bundles.letterheads import (
    ATTACHED,
    COLUMNS,
    DATE,
    DATED,
    LABEL,
    LABELLED,
    PARTIES,
    SHORT,
    Opening,
    Row,
    is_sender,
    lead,
)

_PARTY = re.compile(
    r"^(?:(?:reviderat|gemensamt|kompletterande|tilläggs?|ändrat|nytt|särskilt|skriftlig[ta]?)[\s-]+)*"
    r"(?P<name>(?:\w*yrkande|yttrande|reservation|protokollsanteckning|uttalande|röstförklaring|votumförklaring))\b",
    re.IGNORECASE,
)
_PARTY_INSIDE = re.compile(
    rf"^(?P<sender>[A-ZÅÄÖ][^.:]{{3,60}}?)\s+(?P<name>Yrkande|Yttrande|Reservation|Protokollsanteckning)\s+{PARTIES}\s+{DATE}"
)
# "Granvik 4 maj 2030 Yttrande (V) (S) Tekniska nämnden": a place with its date before it all.
_PARTY_DATED = re.compile(rf"^(?:[A-ZÅÄÖ]\w+,? (?:den )?)?{DATE}\s+(?P<name>Yrkande|Yttrande|Reservation|Protokollsanteckning)\s+{PARTIES}(?P<rest>.*)$")
_PARTY_TITLE = re.compile(
    r"\b(?:Yrkande|Yttrande|Reservation) (?:angående|gällande|avseende|över|om|på|till)\b|\b(?:Ang\. |Angående )?[Mm]otion (?:av|om|från)\b"
)
_MOTION = re.compile(r"^motion\b(?!ens)", re.IGNORECASE)


def party_paper(rows: Sequence[Row], at: int) -> Opening | None:
    """A party's paper: its name with the parties, a date or the matter's number, under the body it was handed to."""
    for form in (_PARTY_INSIDE, _PARTY_DATED):
        inner = form.match(rows[at].text)
        if inner and len(rows[at].text) <= 2 * SHORT and (form is _PARTY_DATED or is_sender(inner["sender"])):
            return Opening("party", lead(rows, at)[0], at, inner["sender"] if form is _PARTY_INSIDE else "", inner["name"].lower())
    match = _PARTY.match(rows[at].text)
    if not match or ATTACHED.match(rows[at].text):
        return None
    titled = _PARTY_TITLE.search(rows[at].text, match.end())  # its title was run into the line
    text = rows[at].text[: titled.start()] if titled else rows[at].text
    if len(text) > 2 * SHORT:
        return None
    rest = text[match.end() :].strip()
    first, sender = lead(rows, at)
    placed = bool(sender) or any(row.text.lower().startswith("protokollsbilaga") for row in rows[first:at])
    named = bool(re.search(PARTIES, rest))
    near = [row.text for row in rows[at + 1 : at + 4] if len(row.text) <= SHORT * 2]
    if not placed and not (named and _stands_alone(rows, at, text, rest, tops=rows[first].tops)):
        return None
    signs = named + bool(DATED.search(rest)) + bool(COLUMNS.search(text))
    signs += any(DATED.search(one) or LABELLED.match(one) for one in near[:2])
    signs += any(len(row.text) > 3 and re.fullmatch(PARTIES, row.text) for row in rows[first:at])  # the party's own name above
    signs += any(_PARTY.match(one) or _MOTION.match(one) or re.fullmatch(PARTIES, one) for one in near)
    clean = len(_own_words(rest)) <= (4 if COLUMNS.search(text) else 1)
    return Opening("party", first, at, sender, match["name"].lower()) if clean and signs else None


def _stands_alone(rows: Sequence[Row], at: int, text: str, rest: str, *, tops: bool) -> bool:
    """Whether a party's letterhead needs no sender over it: it is dated and in columns, or a date and the title follow."""
    if DATED.search(rest):
        return tops or bool(COLUMNS.search(text)) or bool(re.search(r"\bärende\b", rest, re.IGNORECASE))
    following = [row.text for row in rows[at + 1 : at + 3]]
    return bool(COLUMNS.search(text)) and len(following) > 1 and bool(DATED.match(following[0])) and bool(_PARTY_TITLE.match(following[1]))


def _own_words(rest: str) -> list[str]:
    """What is left of a party paper's letterhead without parties, dates, numbers and the body's name."""
    rest = re.sub(r"\bärende \d+ (?P<body>[A-ZÅÄÖ].*?)(?=\s{2}|$)", lambda one: " " if is_sender(one["body"]) else one.group(), rest)
    known = rf"{PARTIES}|{DATE}|\b{LABEL}\b|(?i:särskilt yttrande|med instämmande av|ärende)|[\d.:/()\s,;–-]|\b(?:[A-ZÅÄÖ]{{2,4}}|[Nn]r|XX)\b"
    return re.sub(known, " ", rest).split()
