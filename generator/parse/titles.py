"""The motion's title in every form a document gives it, and the motion's own number (2016:5)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Draft, Fact, Status
from generator.parse.diary import diary_numbers
from generator.parse.layout import Block
from generator.parse.reading import Reading, without_label

_CONNECTIVE = r"(?:om|angående|gällande|rörande|beträffande|avseende|kring|med anledning av|för)"
_TITLE = re.compile(
    rf"\b[Mm]otion(?:en)?\b(?P<between>(?:(?!\bmotion\b)[^.;!?]){{0,220}}?)[\s,]{_CONNECTIVE}\s+(?P<subject>\S.*)", re.DOTALL
)
# A title that its number or a dash sets apart: "Motion 17/2022: Inför meröppet", "Motion – fler cykelparkeringar".
_SET_APART = re.compile(
    r"\b[Mm]otion\b\s*(?:(?:nr\s*)?\(?\d[\d:/]*\)?\s*[:,–-]|[:–—])\s*(?P<subject>[^\W\d].{2,})", re.DOTALL
)
_LEAD = re.compile(r"(?:\b[Ee]n|\bdenna|\bvilken)\s*$")
_PERSON = r"[A-ZÅÄÖ][\w’'-]+(?:\s+(?:af|av|von|de))?\s+[A-ZÅÄÖ][\w’'-]+"
# Where a title ends in running text: a person, a diary number, the end of the sentence, or a verb.
_END = re.compile(
    rf"\s+(?:från\s+{_PERSON}|av\s+{_PERSON}(?:\s*\(|\s+m\.?\s?fl|,|\s+och\s)|har\s|remitterad|remitterats|överlämna|inkom|"
    r"samt\s+(?:yttrande|remiss)|(?-i:Till\s+(?:[A-ZÅÄÖ]\S+\s+)?kommunfullmäktige\b|Svar\s+på\s|Remiss\s+från\s|Remissvar\b|Yttrande\s+till\s))"
    # The line under a short title begins with who answers: "Valnämnden avstår från att yttra sig."
    r"|(?<!\batt)\s+(?-i:[A-ZÅÄÖ][\wåäö-]*(?:nämnden|förvaltningen|kontoret)\s+(?:avstår|avböjer|avstyrker|tillstyrker|instämmer|överlämnar|har inget)\b)"
    r"|[.!?](?:\s|$)|,\s+(?:har|dnr|diarie|KS|KF|samt yttrande)|\s*\((?:dnr|KS|KF|remiss|\d{4}:)",
    re.IGNORECASE,
)
# "Motion om odling, 303-225-19": a number after the title is the matter's, whatever register it is of; a title ends before it.
_TRAILING = re.compile(r",\s+\(?\d+(?:[./:-]\d+)+\)?\s*$")
_NUMBER = re.compile(r"\b[Mm]otion(?:en)?\s*(?:nr\s*)?\(?(?P<number>(?:19|20)\d{2}:\d{1,4}|\d{1,4}/(?:19|20)\d{2})\b\)?")
_PARENTHESIS = re.compile(r"\([^)]*\)")  # a party or a number: nothing of what the motion is about
_HEADED = re.compile(r"^(?:yttrande|remissvar|svar|remiss)\b.{0,30}\bmotion(?:en)?\s+(?P<subject>[^\W\d].{3,})$", re.IGNORECASE)
_BARE = re.compile(r"^motion\W*(?:nr\s*)?\(?[\d:/]*\)?$", re.IGNORECASE)  # the word that says what it is, and no title
_NO_TITLE = re.compile(r"^(?:till|från|av|dnr|datum|\W*\d)|\d{4}-\d{2}-\d{2}|\b(?:19|20)\d{2}$|\([A-ZÅÄÖ]{1,3}\)$", re.IGNORECASE)
_ASKING = re.compile(r"^(?:förslag till|yrkande|hemställan|att-satser|bilag)", re.IGNORECASE)  # a heading that is no title
_LONGEST = 300  # characters of a title
_STOP = frozenset(["om", "att", "angående", "gällande", "rörande", "beträffande", "avseende", "kring", "för", "i", "på", "av", "och", "den", "det", "de", "en", "ett", "till", "med", "från"])


def titles(reading: Reading, draft: Draft) -> Draft:
    """Collect ``titles``: from the opening and the attachments first, else from running text; and ``motion_number``."""
    found: list[Fact] = []
    if draft.kind == "motion":
        found.extend(_own_title(reading))
    for block in [*reading.preface[:12], *(block for _, block in reading.blocks("attachments"))]:
        if draft.kind == "motion" and (found or (block.kind == "text" and len(block.text) > _LONGEST)):
            continue
        found.extend(_titles_in(block, opening=True))
    if not found:
        for _, block in reading.blocks("summary", "background", "matter", "decision", "preface", "other"):
            found.extend(_titles_in(block, opening=False))
            if found:
                break
    return replace(draft, titles=tuple(dict.fromkeys(found)), motion_number=_motion_number(reading))


def subject(title: str) -> frozenset[str]:
    """The words that tell one motion from another: the title after om/angående, without small words."""
    match = re.search(rf"(?:^|[\s,]){_CONNECTIVE}\s+(?P<subject>.*)", title, re.DOTALL)
    words = re.findall(r"\w+", _PARENTHESIS.sub("", match["subject"] if match else _NUMBER.sub("", title)).lower())
    return frozenset(word for word in words if word not in _STOP and word not in {"motion", "motionen"})


def connective(title: str) -> str:
    """The word that joins "Motion" to its subject, in lower case; "" if there is none."""
    match = re.search(rf"(?:^|[\s,])(?P<word>{_CONNECTIVE})\s", title)
    return match["word"] if match else ""


def _own_title(reading: Reading) -> list[Fact]:
    """A motion's title: the labelled one, else the heading or opening line that says Motion, else the first heading."""
    headings = [
        part.heading for part in reading.parts if part.heading and part.kind == "preface" and not _ASKING.match(part.heading.text)
    ]
    for block in reading.preface:
        label, value = without_label(block.text)
        if label in {"titel", "rubrik", "title"}:
            return [Fact(value, Status.STATED, block.text, block.place)]
    opening = [block for block in reading.preface[:6] if block.text.strip("*_ ").lower().startswith("motion") and len(block.text) <= _LONGEST]
    named = [block for block in opening if re.search(rf"\s{_CONNECTIVE}\s", block.text)]
    # Under the word alone the title is the line that comes before the running text.
    under = [
        block
        for at, block in enumerate(reading.preface[:6])
        if at and 3 < len(block.text) <= 100 and block.kind == "text" and not _NO_TITLE.search(block.text)
        and not block.text.rstrip().endswith((".", ":", "?", "!")) and any(_BARE.match(other.text) for other in reading.preface[:at])
    ]  # fmt: skip
    titled = [block for block in [*named, *headings, *opening] if not _BARE.match(block.text.strip())]
    for block in [*titled, *under, *opening][:1]:
        return [Fact(_TRAILING.sub("", block.text.strip(" *_").rstrip(".")), Status.STATED, block.text, block.place)]
    return []


def _titles_in(block: Block, *, opening: bool) -> list[Fact]:
    label, value = without_label(block.text)
    if block.kind == "meta" and label in {"titel", "ärende", "motion", "rubrik", "title", "angående"}:
        text = value if value.lower().startswith("motion") else f"Motion {value}" if connective(value) else value
        return [Fact(_cut(text), Status.STATED, block.text, block.place)]
    for match in _TITLE.finditer(block.text):
        if _LEAD.search(block.text[: match.start()]):
            continue  # "en motion angående …" tells what it is about, it is not the title
        between = match["between"].strip(" ,")
        plain = re.sub(r"\([^)]*\)", "", between).strip(" ,")
        if not opening and len(between) > 0 and not _people(plain):
            continue
        start = match.start() if opening or not between else match.start("subject") - len(_before_subject(block.text, match))
        title = _cut(block.text[start:])
        if 3 <= len(title) <= _LONGEST and subject(title):
            return [Fact(title, Status.STATED, _around(block.text, match.start(), start + len(title)), block.place_at(start))]
    apart = (_SET_APART.search(block.text) or _HEADED.match(block.text)) if opening else None
    if apart and apart.re is _HEADED and len(block.text) <= _LONGEST // 2:
        return [Fact(_cut(apart["subject"]), Status.STATED, block.text, block.place_at(apart.start("subject")))]
    if apart and apart.re is _SET_APART and len(block.text) <= _LONGEST:
        title = block.text[apart.start() : apart.start("subject")] + _cut(block.text[apart.start("subject") :])
        return [Fact(title, Status.STATED, block.text, block.place_at(apart.start()))]
    return []


def _before_subject(text: str, match: re.Match[str]) -> str:
    lead = re.search(rf"{_CONNECTIVE}\s+$", text[: match.start("subject")])
    return lead.group() if lead else ""


def _people(text: str) -> bool:
    """Whether what stands between "motion" and its subject is a number and names, as it should be."""
    bare = re.sub(r"\b(?:av|från|och|m\.?\s?fl\.?|samtliga|partilösa|oberoende|den|inlämnad)\b|[\d:/(),.-]", " ", text)
    return all(word[0].isupper() for word in bare.split())


def _cut(text: str) -> str:
    head = re.match(rf"[Mm]otion\w*\b.*?[\s,]{_CONNECTIVE}\s", text, re.DOTALL)
    skip = head.end() if head else 0
    ends = [match.start() for match in [_END.search(text, skip)] if match]
    ends += [number.opens for number in diary_numbers(text) if number.opens > skip]
    ends += [match.start() for match in [_TRAILING.search(text, skip)] if match]
    cut = text[: min(ends)] if ends else text
    return cut.rstrip(" ,.;:(–-*_")


def _around(text: str, start: int, end: int) -> str:
    """The sentence-like stretch of ``text`` that holds the title, for the quote."""
    if len(text) <= _LONGEST:
        return text
    left = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    right = text.find(". ", end)
    return text[left : right + 1 if right >= 0 else len(text)]


def _motion_number(reading: Reading) -> Fact | None:
    for _, block in reading.blocks():
        match = _NUMBER.search(block.text)
        if match:
            return Fact(match["number"], Status.STATED, _around(block.text, match.start(), match.end()), block.place_at(match.start()))
    for block in reading.preface:
        match = _NUMBER.search(block.text)
        if match:
            return Fact(match["number"], Status.STATED, block.text, block.place_at(match.start()))
    return None
