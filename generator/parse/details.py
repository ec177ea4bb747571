"""The smaller facts: when a motion was filed, an answer's date, who prepared it, who signed it, what is attached."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from generator.findings import found_at
from generator.model import Draft, Fact, Signatory, Status
from generator.parse.bodynames import is_body
from generator.parse.dates import dates, first_date
from generator.parse.layout import Block
from generator.parse.reading import Reading, without_label
from generator.parse.signatures import read_signatures

_FILED = re.compile(r"\b(?:inlämna[dt]e?s?|inkom(?:men|met|mit)?|ingiven|väckt(?:es)?|anmäld(?:es)?)\b", re.IGNORECASE)
_FILED_LABELS = {"inlämnad", "inlämnat", "väckt", "inkom", "inkommen", "datum", "ingiven"}
_DATE_LABELS = {"datum", "date", "daterad", "sammanträdesdatum"}
_DATED = re.compile(r"^(?:utfärda[td]|daterat|daterad|datum)\s+(?P<date>\d.{5,20})$", re.IGNORECASE)  # no colon in a letterhead
_BOARD_DATED = re.compile(r"^[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)? (?:den )?(?P<date>\d.{5,20}?\d{4})(?: [A-ZÅÄÖ][\wåäö-]+)? \w*styrelse\w*$")
_PLACED = re.compile(r"^[A-ZÅÄÖ][a-zåäö]+(?:,)?\s+(?:den\s+)?(?=\d)")
_MINUTES = re.compile(r"^(?:protokoll|sammanträdesprotokoll|utdrag ur protokoll)", re.IGNORECASE)
_MINUTES_LONGEST = 140  # characters of a line that says which meeting the minutes are from
_PREPARED = re.compile(
    r"\b(?:ärendet|remissen|yttrandet|tjänsteutlåtandet) (?:har (?:be|ut)retts|är (?:be|ut)rett|(?:be|ut)reddes) (?:gemensamt )?(?:av|inom|vid|på|hos) (?P<who>[^.;]+)",
    re.IGNORECASE,
)
_PREPARES = re.compile(r"^(?P<who>[A-ZÅÄÖ][^.;]{2,80}?) har (?:be|ut)rett (?:ärendet|remissen|frågan|yttrandet)\b")
_PREPARED_LABELS = {"handläggare", "beredd av", "berett av", "beredning"}
_PREPARED_END = re.compile(r"\s+(?:i sam(?:råd|verkan|arbete)|i dialog|tillsammans|inom|vid|med|och har|utan|som)\b|,\s")
_ATTACHMENT = re.compile(r"^(?:bilaga\s*\d*\s*[.:–-]?\s*|[•●▪–—*-]\s*|\d{1,2}[.)]\s*)", re.IGNORECASE)
_ENTRY_LONGEST = 200  # characters of an entry that is a sentence
_INLINE_ATTACHMENT = re.compile(r"^bilag(?:a|or)(?:\s*\d+)?\s*[:–-]\s*(?P<what>\S.*)$", re.IGNORECASE)


def filed(reading: Reading, draft: Draft) -> Draft:
    """Set ``filed`` of a motion from its opening; the year is XXXX where the document writes none."""
    if draft.kind != "motion":
        return draft
    blocks = reading.preface[:8]
    for index, block in enumerate(blocks):
        label, value = without_label(block.text)
        said = label in _FILED_LABELS or (len(block.text) < 120 and _FILED.search(block.text))
        if not said:
            continue
        for other in (block, *(near for near in blocks[index + 1 : index + 2] if len(near.text) < 40)):
            day = first_date(value if other is block and label else other.text)
            if day:
                quote = block.text if other is block else f"{block.text} {other.text}"
                return replace(draft, filed=Fact(day[0], Status.STATED, quote, other.place))
    return draft


def date(reading: Reading, draft: Draft) -> Draft:
    """Set ``date`` of an answer: labelled, or alone on a line of the opening or a page header ("Stockholm den 5 maj 2020")."""
    if draft.kind != "response":
        return draft
    part = reading.document.part
    if part and part.kind == "board-proposal":
        # The board dates its paper at the end, over its name: "Ekvik den 3 maj 2021 Ekviks kommunstyrelse".
        signed = [(block, match) for _, block in reading.blocks() if (match := _BOARD_DATED.match(block.text))]
        for block, match in signed[-1:]:
            if day := first_date(match["date"]):
                return replace(draft, date=Fact(day[0], Status.STATED, block.text, block.place))
    headers = [block for name, block in reading.furniture if name == "sidhuvud"]
    met = _meeting(reading)
    for block in sorted((*reading.preface, *headers), key=lambda one: (one.place.page or 0, one.place.line or 0)):
        if block in met:
            continue
        label, value = without_label(block.text)
        minutes = draft.document_type == "protokollsutdrag"
        if minutes and _MINUTES.match(block.text) and len(block.text) <= _MINUTES_LONGEST:
            held = next((day for day, _ in dates(block.text) if not day.startswith("XXXX")), None)
            if held:
                return replace(draft, date=Fact(held, Status.STATED, block.text, block.place))
        placed = _PLACED.match(block.text)
        if placed and not minutes and is_body(placed.group().strip(" ,").removesuffix(" den")):
            continue  # the day on which the board will meet, not the day of the document
        stated = _DATED.match(block.text)
        if stated and not minutes and (day := first_date(stated["date"])) and not day[0].startswith("XXXX"):
            return replace(draft, date=Fact(day[0], Status.STATED, block.text, block.place))
        text = value if label in _DATE_LABELS else _PLACED.sub("", block.text)
        day = first_date(text)
        alone = day is not None and day[1] <= 4 and len(text) <= 24 + len("den ")
        if day and (label in _DATE_LABELS or alone) and not day[0].startswith("XXXX"):
            return replace(draft, date=Fact(day[0], Status.STATED, block.text, block.place))
    return draft


def _meeting(reading: Reading) -> tuple[Block, ...]:
    """Dates that stand right under an addressed body ("Till", the body, the date): the day on which it will meet."""
    made = []
    for to, body, day in zip(reading.preface, reading.preface[1:], reading.preface[2:], strict=False):
        if to.text.strip().rstrip(":").lower() == "till" and is_body(body.text):
            made.append(day)
    for body, day in itertools.pairwise(reading.preface):
        if body.text.lower().startswith("till ") and is_body(body.text[5:]):
            made.append(day)
    return tuple(made)


def prepared_by(reading: Reading, draft: Draft) -> Draft:
    """Set ``prepared_by`` of an answer: the unit that the text says prepared it."""
    if draft.kind != "response":
        return draft
    for sentence in reading.sentences():
        match = _PREPARED.search(sentence.text) or _PREPARES.match(sentence.text)
        if match:
            who = match["who"]
            end = _PREPARED_END.search(who)
            name = who[: end.start()] if end else who
            return replace(draft, prepared_by=sentence.fact(name.strip(), match.start("who")))
    for block in reading.preface:
        label, value = without_label(block.text)
        if label in _PREPARED_LABELS and value:
            return replace(draft, prepared_by=Fact(value, Status.STATED, block.text, block.place))
    return draft


def signatories(reading: Reading, draft: Draft) -> Draft:
    """Fill ``signatories`` of an answer; a signature that cannot be paired gives nobody, and a finding."""
    if draft.kind != "response":
        return draft
    people: list[Signatory] = []
    findings = draft.findings
    for block in reading.signatures:
        signed, whole = read_signatures([line.text.strip() for line in block.lines])
        people.extend(
            Signatory(one.name, one.title, replace(block.place, page=block.lines[one.line].page, line=block.lines[one.line].number))
            for one in signed
        )
        if not whole:
            findings = (*findings, found_at("F205", block.place))
    return replace(draft, signatories=tuple(people), findings=findings)


def attachments(reading: Reading, draft: Draft) -> Draft:
    """Fill ``attachments``: each line or item under the heading, or after the label, Bilaga or Bilagor."""
    made: list[Fact] = []
    for _, block in reading.blocks("attachments"):
        name = _ATTACHMENT.sub("", block.text).strip()
        if name and not is_running(block):
            made.append(Fact(name, Status.STATED, block.text, block.place))
    for part, block in reading.blocks():
        match = _INLINE_ATTACHMENT.match(block.text)
        if match and part.kind != "attachments":
            made.append(Fact(match["what"], Status.STATED, block.text, block.place))
    return replace(draft, attachments=tuple(made))


def is_running(block: Block) -> bool:
    """Whether a block among the attachments is text that follows on their list, and no entry of it."""
    return block.kind in {"table", "note"} or (len(block.text) > _ENTRY_LONGEST and block.text.rstrip().endswith("."))


def retold(reading: Reading, draft: Draft) -> Draft:
    """Set ``retold`` where the document's opening says that it is a referat."""
    lines = [block for name, block in reading.furniture if name == "referat"]
    if not lines:
        return draft
    quote = " ".join(block.text for block in lines)
    return replace(draft, retold=Fact(lines[0].text, Status.STATED, quote, lines[0].place))
