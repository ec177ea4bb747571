"""What a document is: a motion, an answer to one, or neither; and which type of answer."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import DocumentType, Draft, DraftKind, PartKind, Role
from generator.parse.bodynames import is_body
from generator.parse.meetings import meeting
from generator.parse.preparing import prepares, sends_out
from generator.parse.proposers import PERSON_WITH_PARTY
from generator.parse.reading import Reading, without_label
from generator.parse.statements import letterhead

# Signs by weight. A document is what the heavier signs say, from three and up; on neither side it is unknown.
_ENOUGH = 3
_OPENING = 8  # lines with text at the top of a part, among which it names itself
_BODY = r"\b[\wåäö-]*(?:nämnd(?:en)?|styrelsen|förvaltningen|kontoret|bolaget|förbundet|AB)"
_RESPONSE_PREFACE: tuple[tuple[str, int], ...] = (
    # A line of nothing else is the document's own name for itself.
    (r"^(?:(?:gemensamt|kompletterande) )?(?:remissvar|yttrande|remissyttrande|svar)$", 4),
    (r"^(?:remissvar|svar på (?:remiss|motion)|yttrande (?:till|över|angående|om|på|från|i)|remissyttrande)\b", 3),
    (r"^(?:gemensamt )?(?:tjänsteutlåtande|tjänsteskrivelse|protokollsutdrag|utlåtande \d{4}:|sammanträdesprotokoll)", 3),
    (r"^(?:§\s*\d+\s+)?svar på motion|\b\w+s (?:yttrande|svar|remissvar) (?:över|på|om) (?:motion|remiss)", 3),
    (r"^(?:remiss (?:från|av|angående|om|på)|\w*(?:nämnden|styrelsen)s? (?:yttrande|protokoll))\b", 2),
    (r"\b(?:remissvar|svar på remiss|yttrande över (?:motion|remiss)|gemensamt (?:svar|yttrande))\b", 2),
)
_RESPONSE_TEXT: tuple[tuple[str, int], ...] = (
    (r"\bsom (?:sitt )?(?:svar|yttrande)\b.{0,40}\b(?:motion|remiss)", 3),
    (r"\b(?:remissen|motionen) (?:besvaras|anses (?:vara )?besvarad)\b", 2),
    # No motion proposes what becomes of itself.
    (r"\b(?:avslå|avstyrka?|bifalla|tillstyrka?)\s+(?:\w+\s+)?motion(?:en|ens)?\b|\bmotion(?:en)? (?:avslås|bifalls|avstyrks|tillstyrks)\b", 3),
    (rf"{_BODY} (?:avstyrker|tillstyrker)\b|\binget att erinra\b|\b(?:avstyrker|tillstyrker)\s+(?:\w+\s+)?motion", 3),
    (r"\b(?:har remitterat|remitterades|på remiss|som remiss|remisstiden)\b", 2),
    (r"\b(?:nämnden|förvaltningen|kontoret|bolaget|styrelsen) (?:föreslår|föreslås|anser|bedömer|instämmer|avstyrker|"
     r"tillstyrker|ser|tycker|överlämnar|godkänner|beslutar|delar)\b", 2),
    (r"\bärendet har beretts\b|\bhar besvarat remissen\b|\binkommit med (?:något |ett )?svar\b", 3),
    (r"\b(?:avstyrk|tillstyrk)\w*\b.{0,60}\bmotion", 2),
)  # fmt: skip
_RESPONSE_HEADINGS = re.compile(
    r"^(?:ärendets beredning|beslut|remissvar(?:en)?|.*synpunkter och förslag|(?:förvaltning|kontor|nämnd|bolag)\w*ens? "
    r"(?:bedömning|synpunkter|svar|yttrande).*)$",
    re.IGNORECASE,
)
_MOTION_TITLE = re.compile(r"^(?:#+ )?motion\b(?!ens\b)", re.IGNORECASE)
_MOTION_TEXT: tuple[tuple[str, int], ...] = (
    (r"^(?:inlämnat|inlämnad|ingiven|väckt)\b.{0,20}\b(?:kf|kommunfullmäktige|fullmäktige)?", 2),
    (r"\b(?:jag|vi|undertecknade?|motionären|motionärerna|partiet|(?:centern|moderat|liberal|vänster|miljö)\w*|"
     r"(?:social|sverige)demokraterna|därför)\b.{0,60}\b(?:föreslår|yrkar|hemställer|föreslås)\b", 2),
    (r"\b(?:föreslår|yrkar|hemställer|föreslås)\b.{0,60}\b(?:kommun|stads|region)?fullmäktige\b", 3),
)  # fmt: skip
_BODY_PROPOSES = re.compile(rf"{_BODY} (?:föreslår|föreslås|yrkar|beslutar|hemställer)\b", re.IGNORECASE)
_TYPES: tuple[tuple[str, DocumentType], ...] = (
    (r"^(?:remissvar|svar på (?:remiss|motion)|gemensamt (?:remiss)?svar)", "remissvar"),
    (r"^(?:yttrande|remissyttrande|gemensamt yttrande)\b", "yttrande"),
    (r"^(?:protokollsutdrag|sammanträdesprotokoll|utdrag ur protokoll)", "protokollsutdrag"),
    (r"^(?:gemensamt )?(?:tjänsteutlåtande|tjänsteskrivelse)", "tjansteutlatande"),
    (r"^[\wåäöÅÄÖ -]+s (?:remissvar|svar)\b", "remissvar"),
    (r"^[\wåäöÅÄÖ -]+s yttrande\b", "yttrande"),
)
_PREPARATION = re.compile(r"^utlåtande\b(?: \d{4}:\d+)?|^(?:ärende till|handling(?:ar)? till) kommunfullmäktige", re.IGNORECASE)
# Documents that speak of motions and are neither motion nor answer.
_NEITHER = re.compile(
    r"^(?:pressmeddelande|kallelse|föredragningslista|dagordning|interpellation|enkel fråga|medborgarförslag|insändare|"
    r"debattartikel|nyhetsbrev)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"^(?:protokollsutdrag|sammanträdesprotokoll|protokoll|utdrag ur protokoll)\b", re.IGNORECASE)
_SINCE = re.compile(r"[\s,]+\d{4}-\d{2}-\d{2}$")  # the day beside a name
_SETTLERS = re.compile(r"^(?:kommun|region|stads|landstings)?(?:fullmäktige|styrelsen)", re.IGNORECASE)
_PRINTED = re.compile(r"^handling \d{4} nr \d+", re.IGNORECASE)
_PROPOSED = re.compile(r"\bkommunstyrelsen (?:föreslår|tillstyrker)\b.*\bkommunfullmäktige\b", re.IGNORECASE)
# Who writes the executive board's proposal to the council prepares the matter, and answers no referral.
_TO_COUNCIL = re.compile(
    r"\b(?<!föreslår )(?<!föreslå )(?<!rekommenderar )(?:kommun|region|stads)styrelsen(?:s \w+)? (?:\w+ ){0,3}?(?:att )?(?:föreslå[rs]?|hemställa?r?(?: hos)?|rekommendera[rs]?)\s"
    r"(?:\w+ ){0,2}?(?:kommun|region|stads)?fullmäktige\b"
    r"|^förslag (?:till beslut (?:i|för) |till )(?:kommun|region|stads)?fullmäktige\b",
    re.IGNORECASE,
)
# What a part of a bundle is by its opening. An attachment, or what opens as nothing known, is told by its words alone.
_PARTS: dict[PartKind, DraftKind] = {
    "motion": "motion", "board-proposal": "response", "office-statement": "response", "statement": "statement",
    "answer": "response", "minutes": "response",
}  # fmt: skip
_PREPARES: frozenset[PartKind] = frozenset({"board-proposal", "office-statement"})
_OF_THE_MATTER = re.compile(r"\b(?:motion|remiss|yttrande över|yttra sig)", re.IGNORECASE)
_EDITOR_TYPES = {"motion": "motion", "svar": "response", "remissvar": "response", "yttrande": "response",
                 "tjänsteutlåtande": "response", "utlåtande": "response"}  # fmt: skip


def kind(reading: Reading, draft: Draft) -> Draft:
    """Set ``kind``, ``kind_quote``, ``document_type`` and ``role``; kind stays "unknown" where the signs are too few.

    A part of a bundle is what its opening shows, except that an answer or minutes that never speak of a motion are nothing
    the archive knows. A party's paper is a statement wherever it stands, and no body's answer. Minutes of those who settle
    the matter prepare or end it, and answer nothing.
    """
    part = reading.document.part
    if part and part.kind in _PARTS:
        return _of_part(reading, draft, part.kind, part.quote)
    if part and part.head:
        return draft  # the other paragraphs of a protocol: no matter of the archive's
    head = letterhead(reading.document)
    if head:
        return replace(draft, kind="statement", kind_quote=head.quote)
    met = meeting(reading)
    if met and _speaks_of_motion(reading):
        return replace(draft, kind="response", kind_quote=met.quote, role="preparation", document_type="protokollsutdrag")
    sent = sends_out(reading)
    if sent and not _has_demands(reading):
        return replace(draft, kind="response", kind_quote=sent, role="preparation", document_type="missiv")
    response, said = _response_weight(reading)
    motion, title = _motion_weight(reading)
    own = _under_own_name(reading)
    if own:
        # Under a body's own name the line "Motion om …" tells what it speaks of, not what the paper is.
        response, said, motion = max(response, _ENOUGH), said or own, 0
    decided: DraftKind = "unknown"
    quote = ""
    if any(_NEITHER.match(block.text) for block in reading.preface[:3]):
        pass
    elif response >= _ENOUGH and (response > motion or (response == motion and not _has_demands(reading))):
        decided, quote = "response", said
    elif motion >= _ENOUGH:
        decided, quote = "motion", title
    for block in reading.preface:
        label, value = without_label(block.text)
        if block.kind == "meta" and label in {"typ", "dokumenttyp", "handling"}:
            named = next((kind for word, kind in _EDITOR_TYPES.items() if value.lower().startswith(word)), None)
            if named:
                decided, quote = ("motion" if named == "motion" else "response"), block.text
    preparation = any(_PREPARATION.match(block.text) for block in reading.preface[:4]) or (
        decided != "unknown" and (_settles(reading) or (decided == "response" and _to_council(reading)))
    ) or (decided == "response" and prepares(reading))
    role: Role = "preparation" if preparation else "answer"
    return replace(
        draft,
        kind="response" if preparation else decided,
        kind_quote=quote,
        role=role,
        document_type=_type(reading, role) if decided == "response" or preparation else None,
    )


def _of_part(reading: Reading, draft: Draft, named: PartKind, quote: str) -> Draft:
    decided = _PARTS[named]
    if named in {"answer", "minutes"} and not any(_OF_THE_MATTER.search(line.text) for line in reading.document.lines):
        return draft
    role: Role = "preparation" if named in _PREPARES or (named == "minutes" and _settles(reading)) or (named == "answer" and prepares(reading)) else "answer"
    document_type = _type_of_part(reading, named, role) if decided == "response" else None
    return replace(draft, kind=decided, kind_quote=quote, role=role, document_type=document_type)


def _type_of_part(reading: Reading, named: PartKind, role: Role) -> DocumentType:
    """The type that the part's first lines name; else what its opening must be."""
    if named == "minutes":
        return "protokollsutdrag"
    texts = [line.text.strip() for line in reading.document.lines if line.text.strip()][:_OPENING]
    for text in texts:
        for pattern, found in _TYPES:
            if re.match(pattern, text, re.IGNORECASE):
                return found
    if role == "preparation":
        return "sammanstallning"
    return _type(reading, role)


def _under_own_name(reading: Reading) -> str:
    """The sentence in which a body speaks below its own name and a line "Motion om …"; "" for a paper with demands or a party's name."""
    lines = [" ".join(line.text.split()) for line in reading.document.lines if line.text.strip()]
    titled = next((at for at, text in enumerate(lines[:_OPENING]) if _MOTION_TITLE.match(text)), 0)
    above = [_SINCE.sub("", text) for text in lines[:titled]]
    names = [text for text in above if is_body(text) and not _SETTLERS.match(text)]
    if not names or _has_demands(reading) or any(PERSON_WITH_PARTY.fullmatch(text) for text in lines):
        return ""
    speaks = re.compile(rf"\b(?:nämnden|styrelsen|bolaget|förvaltningen|{'|'.join(re.escape(name) for name in names)})\b", re.IGNORECASE)
    return next((text for text in (one.text for one in reading.sentences()) if speaks.search(text) and text.endswith(".") and text not in lines[:titled]), "")


def _has_demands(reading: Reading) -> bool:
    """Whether the text holds an att-clause of its own, as every motion does."""
    return any(block.kind == "item" and block.text.lower().startswith("att") for _, block in reading.blocks())


def _settles(reading: Reading) -> bool:
    """Whether the document is from the board or council that settles the matter, and so no answer to the referral.

    The minutes of the executive board or the council say so at the top; a printed matter for the council (handling) holds the
    executive board's proposal.
    """
    if meeting(reading):
        return True
    opening = [block.text for block in reading.preface[:8]]
    first = [text for part in reading.parts[:3] for text in (part.heading.text if part.heading else "", *(b.text for b in part.blocks[:4]))]
    return any(_PRINTED.match(text) for text in opening) and any(_PROPOSED.search(text[:300]) for text in [*opening, *first])


def _to_council(reading: Reading) -> bool:
    """Whether what the document proposes to decide is the executive board's proposal to the council."""
    for part in reading.parts:
        if part.kind == "decision" and part.heading:
            texts = [part.heading.text, *(block.text for block in part.blocks[:2])]
            if any(_TO_COUNCIL.search(text[:300]) for text in texts):
                return True
    return False


def _speaks_of_motion(reading: Reading) -> bool:
    """Whether the minutes are about a motion: the council and the board decide many other things."""
    return any(re.search(r"\bmotion", line.text, re.IGNORECASE) for line in reading.document.lines)


def _response_weight(reading: Reading) -> tuple[int, str]:
    weight, quote = 0, ""
    for block in reading.preface[:12]:
        for pattern, points in _RESPONSE_PREFACE:
            if re.search(pattern, block.text, re.IGNORECASE) and len(block.text) < 400:
                weight, quote = weight + points, quote or block.text
                break
    for sentence in reading.sentences():
        points = max((points for pattern, points in _RESPONSE_TEXT if re.search(pattern, sentence.text, re.IGNORECASE)), default=0)
        if points:
            weight, quote = weight + points, quote or sentence.text
        if weight >= 4 * _ENOUGH:
            break
    for part in reading.parts:
        if part.heading and _RESPONSE_HEADINGS.match(part.heading.text):
            weight, quote = weight + 2, quote or part.heading.text
    if any(name == "sidhuvud" and re.match("tjänsteutlåtande|yttrande", block.text, re.IGNORECASE)
           for name, block in reading.furniture):
        weight += 2
    return weight, quote


def _motion_weight(reading: Reading) -> tuple[int, str]:
    weight, quote = 0, ""
    for block in reading.preface[:4]:
        if _MOTION_TITLE.match(block.text) and len(block.text) < 400:
            weight, quote = weight + 3, block.text
            break
    for pattern, points in _MOTION_TEXT:
        if any(_moved(pattern, sentence.text) for sentence in reading.sentences()) or any(
            part.heading and re.search(pattern, part.heading.text, re.IGNORECASE) for part in reading.parts
        ):
            weight += points
    blocks = [block for _, block in reading.blocks()]
    if any(PERSON_WITH_PARTY.fullmatch(block.text) for block in blocks):
        weight += 2
    if _has_demands(reading):
        weight += 1
    return weight, quote


def _moved(pattern: str, text: str) -> bool:
    """Whether a sentence asks as a motion does; a board that proposes to the council does not ask, it answers."""
    match = re.search(pattern, text, re.IGNORECASE)
    return match is not None and not _BODY_PROPOSES.search(text[: match.end()])


def _type(reading: Reading, role: Role) -> DocumentType:
    """The type as the document's opening names it; an answer that names none is a tjänsteutlåtande only by its page header."""
    if role == "preparation" and not any(_MINUTES.search(block.text) for block in reading.preface[:8]):
        return "sammanstallning"
    lines = [block.text for block in reading.preface[:12]]
    headers = [block.text for name, block in reading.furniture if name == "sidhuvud"]
    for text in [*lines, *headers]:
        for pattern, named in _TYPES:
            if re.match(pattern, text, re.IGNORECASE):
                return named
    everything = " ".join(block.text for _, block in reading.blocks("decision", "assessment"))
    return "tjansteutlatande" if re.search(r"\btjänsteutlåtande", everything, re.IGNORECASE) else "remissvar"
