"""The smaller facts: who prepared an answer, who signed it, what is attached, and that it is a referat."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from generator.findings import found_at
from generator.model import Draft, Fact, Signatory, Status
from generator.parse.layout import Block
from generator.parse.reading import Reading, without_label
from generator.parse.signatures import is_names, is_titles, read_signatures

_PREPARED = re.compile(
    r"\b(?:ärendet|remissen|yttrandet|tjänsteutlåtandet) (?:har (?:be|ut)retts|är (?:be|ut)rett|(?:be|ut)reddes) (?:gemensamt )?(?:av|inom|vid|på|hos) (?P<who>[^.;]+)",
    re.IGNORECASE,
)
_PREPARES = re.compile(r"^(?P<who>[A-ZÅÄÖ][^.;]{2,80}?) har (?:be|ut)rett (?:ärendet|remissen|frågan|yttrandet)\b")
_PREPARED_LABELS = {"handläggare", "handläggande tjänsteperson", "handläggande tjänsteman", "beredd av", "berett av", "beredning", "föredragande", "utredare", "utredd av", "upprättad av", "författare"}
_PREPARER = re.compile(r"^(?:Handläggare|Handläggande tjänsteperson|Utredare|Föredragande)\s+(?P<who>[A-ZÅÄÖ][\w’'-]+(?: [A-ZÅÄÖ][\w’'-]+){1,3}(?:(?:,| och) [A-ZÅÄÖ][\w’'-]+(?: [A-ZÅÄÖ][\w’'-]+){1,3})*)$")
_CONTACT = re.compile(r"[,;]?\s*(?:\b(?:tfn|tel|telefon|e-?post|mobil)\b.*|\S+@\S+.*|\+?\d[\d /–-]{5,}.*)$", re.IGNORECASE)
_PREPARED_END = re.compile(r"\s+(?:i sam(?:råd|verkan|arbete)|i dialog|tillsammans|inom|vid|med|och har|utan|som)\b|,\s")
_ATTACHMENT = re.compile(r"^(?:bilaga\s*\d*\s*[.:–-]?\s*|[•●▪–—*-]\s*|\d{1,2}[.)]\s*)", re.IGNORECASE)
_ENTRY_LONGEST = 200  # characters of an entry that is a sentence
_INLINE_ATTACHMENT = re.compile(r"^(?:bilag(?:a|or)(?:\s*\d+)?\s*[:–-]|bilaga\s*\d+\.?(?=\s+(?-i:[A-ZÅÄÖ])[^.]*$))\s*(?P<what>\S.*)$", re.IGNORECASE)


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
        alone = _PREPARER.match(block.text)
        who = _CONTACT.sub("", value).strip(" ,;") if label in _PREPARED_LABELS else alone["who"] if alone else ""
        if any(char.isalpha() for char in who):
            return replace(draft, prepared_by=Fact(who, Status.STATED, block.text, block.place))
    for above, block in itertools.pairwise(reading.preface):
        if above.text.strip().rstrip(":").lower() in _PREPARED_LABELS and is_names(block.text) and not is_titles(block.text):
            return replace(draft, prepared_by=Fact(block.text.strip(), Status.STATED, f"{above.text} {block.text}", block.place))
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
