"""What parties said inside a body's own paper: reservations, statements, motions (yrkanden) and notes to the minutes.

They stand under headings ("Reservation", "Särskilt yttrande", "Yrkanden") or in sentences ("Anna Ek (V) reserverar sig mot
beslutet"). None of them is the body's own stance. Whoever takes no part in a decision has reserved nothing. Forms read off
the minutes and council bundles of one city and the printed forms of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Draft, Remark, StatementKind
from generator.parse.headings import bare_heading
from generator.parse.layout import Block
from generator.parse.reading import Part, Reading, Sentence

_HEADINGS: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    ("reservation", re.compile(r"^(?:skriftlig(?:a)? |gemensam )?(?:motiv)?reservation(?:er|erna)?\b(?P<by>.*)$", re.IGNORECASE)),
    ("yttrande", re.compile(r"^(?:särskil(?:t|da)|ersättar)\s*(?:yttranden?|uttalanden?)\b(?P<by>.*)$|^ersättaryttranden?\b(?P<by2>.*)$", re.IGNORECASE)),
    ("yrkande", re.compile(r"^(?:(?:framställda|framlagda|skriftliga|ställda) )?(?:tilläggs|ändrings|avslags|återremiss)?yrkanden?\b(?P<by>.*)$", re.IGNORECASE)),
    ("protokollsanteckning", re.compile(r"^(?:anteckning(?:ar)? till protokollet|protokollsanteckning(?:ar)?)\b(?P<by>.*)$", re.IGNORECASE)),
)
_PARTY = r"(?>Fi|[A-ZÅÄÖ]{1,4})"  # atomic, like the lists below: a long list has one reading
_PERSON = r"[A-ZÅÄÖ][\wåäöéüÅÄÖ’'-]+(?:\s+(?:af|av|von|de|[A-ZÅÄÖ]\.|[A-ZÅÄÖ][\wåäöéüÅÄÖ’'-]*)){0,3}\s*\((?:" + _PARTY + r"|-)\)"
_ONE = re.compile(_PERSON)
_ROLE = r"(?:(?:tjänstgörande|vice|förste|andre|2:e|1:e)\s+)*(?:ordförande[n]?|ersättare[n]?|ledamot(?:en)?)\s+"
_PEOPLE = rf"(?>(?:{_ROLE})?{_PERSON}(?:\s*(?:,|och|samt)\s*(?:{_ROLE})?{_PERSON}|\s*m\.?\s?fl\.?)*+)"
_PARTYNAME = (
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?:partiet|demokraterna|listan)(?:\s+de\s+gröna)?|Moderaterna|Liberalerna|Demokraterna|Feministiskt\s+initiativ)"
)
_PARTIES = rf"(?>{_PARTYNAME}(?:\s*\({_PARTY}\))?|\(?\b{_PARTY}\b\)?)"
_GROUP = rf"(?>{_PARTIES}(?:\s*(?:,|och|samt)\s*{_PARTIES})*+)"
# "Anna Ek (V) och Bo Alm (MP)", "Ledamöterna från SD", "V-gruppen", "Vänsterpartiet".
_WHO = re.compile(
    rf"^(?:[–•-]\s*)?(?P<by>{_PEOPLE}|(?:[Hh]ela\s+)?(?:[Ll]edamöterna|[Ll]edamoten|[Ee]rsättar\w*|[Rr]epresentanterna|[Rr]epresentanten|[Gg]ruppen|[Gg]rupperna|[Pp]artigrupp\w*)\s+(?:från|för|i)\s+(?P<parties>{_GROUP})|(?P<named>{_GROUP}(?:-gruppen|s\s+(?:ledamöter|grupp))?))\s+"
)
_ACTS: tuple[tuple[StatementKind, re.Pattern[str]], ...] = (
    ("reservation", re.compile(r"\breserver(?:ar|ade|erar)\s+(?:sig\b)?|\banmäl(?:er|de)\s+(?:skriftlig\s+|muntlig\s+)?reservation|\blämnar?\s+(?:in\s+)?(?:en\s+)?(?:skriftlig\s+)?reservation|\bhar\s+reserverat\s+sig", re.IGNORECASE)),
    ("protokollsanteckning", re.compile(r"\bprotokollsanteckning|\b(?:få\s+)?anteckna(?:t|s)?\s+till\s+protokollet|\btill\s+protokollet\s+anteckna", re.IGNORECASE)),
    ("yttrande", re.compile(r"\bsärskilt\s+(?:yttrande|uttalande)|\bantecknade\s+som\s+yttrande|\bersättaryttrande|\b(?:lämnar?|lämnade|anmäl(?:er|de)|avger|avgav)\s+(?:ett\s+)?(?:skriftligt\s+)?yttrande", re.IGNORECASE)),
    ("yrkande", re.compile(r"\byrka(?:r|de|t)\b", re.IGNORECASE)),
)
# "Mot beslutet reserverar sig Anna Ek (V)", "Reservation anmäls av …", "Särskilt yttrande lämnas av …".
_TURNED = re.compile(
    rf"^(?:Mot\s+beslutet\s+(?:reserverar|reserverade)\s+sig|(?:Skriftlig\s+)?[Rr]eservation(?:er)?\s+(?:anmäl\w*|lämna\w*|inlämna\w*|avg\w+)\s+av|[Rr]eservation\s+(?:av|från)|"
    rf"Särskilt\s+(?:yttrande|uttalande)\s+(?:anmäl\w*\s+av|lämna\w*\s+av|avg\w+\s+av|av|från)|I\s+ett\s+särskilt\s+(?:yttrande|uttalande)\s+\w+|Vidare\s+yrkade?r?)\s+(?P<by>{_PEOPLE}|{_GROUP})",
)
_NOT_TAKING_PART = re.compile(r"\bdeltar\s+(?:inte|ej)\b|\bdeltog\s+(?:inte|ej)\b|\bavst(?:år|od)\s+från\s+att\s+(?:delta|rösta)\b", re.IGNORECASE)
_PAPERS = frozenset({"motion", "statement", "unknown"})
_HEADED_BY = re.compile(rf"\(?(?P<by>{_GROUP})\)?$")
_STARTS = re.compile(rf"^(?P<by>{_GROUP})(?=\s+[a-zåäö])")
_LISTED = re.compile(rf"^(?:[–•-]\s*)?(?P<by>{_PEOPLE})\s*[:–-]\s*(?=(?i:bifall|avslag|återremiss|bordläggning|att)\b)")
_HEADING = 80  # characters of a line that heads what follows
_LONGEST = 1200  # characters of what is quoted


def remarks(reading: Reading, draft: Draft) -> Draft:
    """Fill ``remarks`` of an answer or of minutes; what a party's own paper says is told as that paper."""
    if draft.kind in _PAPERS:
        return draft
    found: dict[tuple[StatementKind, str, str], Remark] = {}
    for remark in _all(reading):
        found.setdefault((remark.kind, remark.by, remark.quote), remark)
    return replace(draft, remarks=tuple(found.values()))


def _all(reading: Reading) -> Iterator[Remark]:
    for part in reading.parts:
        for headed, blocks in _segments(part):
            sentences = [one for one in reading.sentences(part.kind) if one.block in blocks]
            made = [remark for sentence in sentences if (remark := _said(sentence) or (_listed(sentence) if headed and headed[0] == "yrkande" else None))]
            yield from made
            if headed and not made and blocks and headed[0] != "yrkande":
                yield from _under(reading, blocks, *headed)


def _segments(part: Part) -> Iterator[tuple[tuple[StatementKind, str] | None, tuple[Block, ...]]]:
    """The blocks of a part under what heads them: its own heading, or a short line among them that is such a heading."""
    head = _headed(bare_heading(part.heading.text)) if part.heading else None
    blocks: list[Block] = []
    for block in part.blocks:
        own = _headed(block.text) if len(block.text) <= _HEADING and not block.text.rstrip().endswith((".", ",")) else None
        if own:
            yield head, tuple(blocks)
            head, blocks = own, []
        else:
            blocks.append(block)
    yield head, tuple(blocks)


def _headed(heading: str) -> tuple[StatementKind, str] | None:
    """What a heading says stands under it, and whose it is where it says that."""
    for kind, pattern in _HEADINGS:
        found = pattern.match(heading)
        if found:
            rest = next((text for text in found.groups() if text), "").strip(" :–-")
            whose = _HEADED_BY.search(rest) if rest else None
            return (kind, _tidy(whose["by"]) if whose else "") if whose or not rest else None
    return None


def _said(sentence: Sentence) -> Remark | None:
    """The remark that a sentence tells of: somebody with a party, or a party, who reserves, moves or notes."""
    text = sentence.text
    turned = _TURNED.match(text)
    if turned:
        kind: StatementKind = "yrkande" if text.startswith("Vidare") else "yttrande" if "ärskilt" in text[:40] else "reservation"
        return _remark(sentence, kind, turned["by"])
    who = _WHO.match(text)
    if not who:
        return None
    rest = text[who.end() :]
    if _NOT_TAKING_PART.match(rest):
        return None
    for kind, pattern in _ACTS:
        found = pattern.search(rest)
        if found and found.start() < 60:
            return _remark(sentence, kind, who["parties"] or who["named"] or who["by"])
    return None


def _listed(sentence: Sentence) -> Remark | None:
    """A line of a list of motions, without a verb: "Lars Ny (M): Bifall till kommunstyrelsens förslag"."""
    found = _LISTED.match(sentence.text)
    return _remark(sentence, "yrkande", found["by"]) if found else None


def _under(reading: Reading, blocks: Sequence[Block], kind: StatementKind, by: str) -> Iterator[Remark]:
    """What stands under a heading that names no act again: its text is the remark, one for the whole section."""
    first = blocks[0]
    text = "\n".join(block.text for block in blocks)[:_LONGEST]
    if _NOT_TAKING_PART.search(text) and len(blocks) == 1:
        return
    named = _STARTS.match(first.text)
    whose = by or ", ".join(found.group() for found in _ONE.finditer(first.text)) or (named["by"] if named else "")
    yield Remark(kind, _tidy(whose), text, first.place, reading.anchor(first))


def _remark(sentence: Sentence, kind: StatementKind, by: str) -> Remark:
    return Remark(kind, _tidy(by), sentence.text[:_LONGEST], sentence.place, sentence.passage)


def _tidy(by: str) -> str:
    """Names and parties as written, without what joins them to the sentence."""
    text = re.sub(rf"\b{_ROLE}", "", " ".join(by.split()), flags=re.IGNORECASE)
    return re.sub(r"-gruppen$|s\s+(?:ledamöter|grupp)$", "", text).strip(" ,;:").removeprefix("(").removesuffix(")") if not _ONE.search(text) else text.strip(" ,;:")
