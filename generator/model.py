"""The nouns of the archive: frozen values that every stage hands to the next.

Nothing here knows how a value is read, written or shown. Collections are tuples, absence is ``None`` or an empty tuple,
dates are ISO 8601 strings, and every fact remembers the ``Place`` where it stood (the idea of beancount's metadata).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Severity = Literal["error", "warning", "note"]
LineStyle = Literal["text", "heading", "item", "meta", "rule", "row", "note", "header", "footer"]
SectionKind = Literal[
    "decision", "summary", "background", "preparation", "matter", "assessment", "equality", "other"
]
DraftKind = Literal["motion", "response", "statement", "unknown"]
PartKind = Literal["board-proposal", "statement", "office-statement", "motion", "answer", "minutes", "attachment", "other"]
StatementKind = Literal["yrkande", "yttrande", "reservation", "protokollsanteckning"]
DocumentType = Literal["tjansteutlatande", "yttrande", "remissvar", "protokollsutdrag", "sammanstallning"]
Role = Literal["answer", "preparation"]
ReferralState = Literal["answered", "declined", "silent", "not-in-archive"]
BodyKind = Literal["namnd", "stadsdelsnamnd", "forvaltning", "bolag", "styrelse", "fullmaktige", "other"]
SourceOutcome = Literal["published", "duplicate", "quarantined", "rejected", "unread", "withdrawn"]
Stage = Literal["proposal", "board", "council"]
Outcome = Literal["granted", "rejected", "considered-answered", "partly", "referred-back", "tabled", "other"]
Stance = Literal[
    "support", "reject", "partly", "considered-answered", "already-met", "no-position", "declined", "unclear"
]


class Status(StrEnum):
    """How a fact can be known; an absent fact is ``None``, not a status."""

    STATED = "stated"
    INFERRED = "inferred"
    CURATED = "curated"


# --- where things stand -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a source: path relative to the content folder, page (or None) and line, both counted from 1."""

    file: str
    page: int | None = None
    line: int | None = None


def place_at(
    first: Place, starts: tuple[tuple[int, int], ...], offset: int, pages: tuple[tuple[int, int], ...] = ()
) -> Place:
    """The place of the character at ``offset`` of a text that begins at ``first``.

    ``starts`` maps offsets to lines, ``pages`` the offsets at which the text goes on over a page break to pages.
    """
    line = next((number for start, number in reversed(starts) if start <= offset), first.line)
    page = next((number for start, number in reversed(pages) if start <= offset), first.page)
    return Place(first.file, page, line)


@dataclass(frozen=True, slots=True)
class Restored:
    """A word whose letters were restored: ``text[start:end]`` now, ``original`` as the source has it.

    ``by`` "ocr" is a word that text recognition read with too little confidence: its letters are unchanged and ``sure`` is False.
    """

    start: int
    end: int
    original: str
    sure: bool = True
    by: Literal["restoration", "ocr"] = "restoration"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source. ``text`` has the reader's markup taken off; a leading space is kept (it marks a page).

    ``opens``: True where the reader knows that a paragraph begins with this line, False where it knows that the line goes
    on with the paragraph before, None where it cannot tell. ``level`` is a heading's level, or in a "row" the number of
    its table in the document; a row's ``text`` is its ``cells`` with tabs between. A "note" is a footnote; it begins with
    the mark that stands in the text (¹). "header" and "footer" are known to the reader as such.
    """

    number: int
    text: str
    page: int | None = None
    style: LineStyle = "text"
    level: int = 0
    struck: bool = False
    restored: tuple[Restored, ...] = ()
    opens: bool | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a file that holds many documents this is.

    Its number (from 1), what its opening shows it to be, where it begins and ends, and the words of the opening.
    """

    number: int
    kind: PartKind
    first: Place
    last: Place
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One source as its reader delivered it, or one part of it (``part``).

    ``text_quality`` is the share (0..1) of words that needed no restoring and were not read with doubt. ``recognised`` are
    the pages read by text recognition, ``unread`` those it gave up.
    """

    file: str
    sha256: str
    media_type: str
    lines: tuple[Line, ...]
    size: int = 0
    pages: int | None = None
    words: int = 0
    restored_words: int = 0
    text_quality: float = 1.0
    part: Part | None = None
    recognised: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    unsure_words: int = 0

    @property
    def key(self) -> tuple[str, int]:
        """What tells this document from every other: its file, and the number of its part (0 for a whole file)."""
        return self.file, self.part.number if self.part else 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its evidence. ``quote`` is the source's own words, or the named evidence of an inference.

    ``of`` tells a response's own diary number from the case's; ``reason`` and ``date`` belong to curated facts.
    """

    value: str
    status: Status
    quote: str
    place: Place | None = None
    of: Literal["own", "case"] | None = None
    reason: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, table or footnote. ``id`` is its anchor; ``starts`` maps offsets in ``text`` to line numbers.

    ``pages`` maps the offsets at which it goes on over a page break to page numbers. The text of a "table" has a line
    feed between rows and a tab between cells.
    """

    id: str
    text: str
    place: Place
    restored: tuple[Restored, ...] = ()
    starts: tuple[tuple[int, int], ...] = ()
    style: Literal["text", "item", "table", "note"] = "text"
    struck: bool = False
    pages: tuple[tuple[int, int], ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of the line on which the character at ``offset`` stood."""
        return place_at(self.place, self.starts, offset, self.pages)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. ``heading`` is empty for text before the first heading."""

    kind: SectionKind
    heading: str
    passages: tuple[Passage, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something staff should know. What ``code`` means, its severity and its advice stand in ``findings.KINDS``."""

    code: str
    file: str | None
    line: int | None
    message: str
    advice: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """A line of a document that is no text of it (a page header, a page number): its kind, in Swedish, and its words."""

    kind: str
    text: str
    place: Place
    restored: tuple[Restored, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a source that are shown nowhere, and where they stand."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What became of every character but white space that a reader delivered.

    ``kinds`` are (what it became, characters); ``unaccounted`` are the words that became nothing. Together they are ``total``.
    """

    total: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    unaccounted: tuple[Stretch, ...] = ()

    @property
    def accounted(self) -> int:
        """The characters that became something."""
        return sum(count for _, count in self.kinds)

    @property
    def share(self) -> float:
        """The share (0..1) of the characters that became something; 1 for a document without any."""
        return self.accounted / self.total if self.total else 1.0


# --- what a document says (drafts) --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Proposer:
    """A person who signed the motion; ``struck`` if the name is crossed out, ``note`` what stands beside it."""

    name: str
    party: str | None
    place: Place
    struck: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing the motion asks for, in its own words. ``passage`` is the anchor of the paragraph that holds it."""

    number: int
    text: str
    place: Place
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed an answer, with the title as written (or None)."""

    name: str
    title: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as a document names it. ``full`` has an elided head restored (Bromma → Bromma stadsdelsnämnd)."""

    name: str
    full: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReferralList:
    """The bodies one document says were asked. ``besides_sender``: it says "även", so its own body is meant as well."""

    names: tuple[Mention, ...]
    quote: str
    place: Place
    besides_sender: bool = False


@dataclass(frozen=True, slots=True)
class SenderClue:
    """A piece of evidence for whose answer this is.

    ``strength`` 3: stated; 2: enough to infer alone (the office speaks, the board's own diary series); 1: a hint.
    ``sort`` names the kind of evidence, in Swedish, for the reader.
    """

    mention: Mention
    strength: int
    sort: str
    quote: str


@dataclass(frozen=True, slots=True)
class BodyClaim:
    """What one document says another body did: declined to answer, or sent no answer."""

    mention: Mention
    state: Literal["declined", "silent", "answered"]
    quote: str


@dataclass(frozen=True, slots=True)
class StanceFact:
    """What a response says about the motion. ``unclear`` has no quote, place or passage."""

    value: Stance
    status: Status = Status.STATED
    quote: str = ""
    place: Place | None = None
    passage: str = ""
    reason: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """The result of a vote, in votes."""

    yes: int
    no: int
    abstained: int | None  # None where the document does not say


@dataclass(frozen=True, slots=True)
class Decision:
    """A proposal or decision on the motion by ``body`` (a name in a draft, a body id in the archive)."""

    stage: Stage
    body: str
    outcome: Outcome
    text: str
    place: Place
    date: Fact | None = None
    votes: Votes | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything one document says, by the rules of ``parse/``; who is *meant* is settled later, in ``archive``."""

    document: Document
    kind: DraftKind = "unknown"
    kind_quote: str = ""
    document_type: DocumentType | None = None
    role: Role = "answer"
    sections: tuple[Section, ...] = ()
    furniture: tuple[tuple[str, int], ...] = ()  # (kind, line number): lines that are not the document's text
    asides: tuple[Aside, ...] = ()  # the same lines with their words
    retold: Fact | None = None
    titles: tuple[Fact, ...] = ()  # the motion's title, in every form the document gives it
    motion_number: Fact | None = None  # e.g. 2016:5
    diary_numbers: tuple[Fact, ...] = ()  # with ``of``
    cited_numbers: tuple[Fact, ...] = ()
    filed: Fact | None = None  # value may be XXXX-MM-DD where the year is not written
    proposers: tuple[Proposer, ...] = ()
    proposer_claims: tuple[Fact, ...] = ()  # how an answer names the proposers
    demands: tuple[Demand, ...] = ()
    referrals: tuple[ReferralList, ...] = ()
    asked_kind: Fact | None = None  # an unnamed addressee ("stadsdelsnämnden"): value is a BodyKind
    deadlines: tuple[Fact, ...] = ()
    senders: tuple[SenderClue, ...] = ()
    body_claims: tuple[BodyClaim, ...] = ()
    date: Fact | None = None
    prepared_by: Fact | None = None
    proposed_decision: Fact | None = None
    board_decision: Fact | None = None
    decisions: tuple[Decision, ...] = ()
    stance: StanceFact = field(default_factory=lambda: StanceFact("unclear"))
    signatories: tuple[Signatory, ...] = ()
    attachments: tuple[Fact, ...] = ()
    authorities: tuple[Fact, ...] = ()  # enumerations of public authorities, for comparison
    statement: StatementKind | None = None  # what a party's paper calls itself
    parties: Fact | None = None  # whose it is, as written
    findings: tuple[Finding, ...] = ()
    ledger: Ledger | None = None  # what became of its every character, once that is counted


# --- the archive --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Body:
    """A body in the register (or, with ``registered`` False, one that only the documents name)."""

    id: str
    name: str
    kind: BodyKind
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    series: tuple[str, ...] = ()  # prefixes of its diary numbers: RK
    successor: str | None = None  # a body id
    successor_from: str | None = None  # ISO date
    registered: bool = True


@dataclass(frozen=True, slots=True)
class Referral:
    """One body that was asked, under every name the documents give it, and what became of the question."""

    body: str
    names: tuple[str, ...]
    places: tuple[Place, ...]
    response: str | None
    state: ReferralState
    possible_responses: tuple[str, ...] = ()
    quote: str = ""  # the words that say so, where the state is declined or silent
    quote_place: Place | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A party's yrkande, yttrande, reservation or protokollsanteckning. ``id`` is "" where it has no page of its own.

    ``by`` is as written ("V, MP, S"), "" where the document does not say.
    """

    kind: StatementKind
    by: str
    date: str | None
    place: Place
    id: str = ""
    title: Fact | None = None
    sections: tuple[Section, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A part of a bundle that is neither motion, answer nor statement (an attachment), shown as it stands."""

    id: str
    title: str  # the words of its opening, "" where it has none
    place: Place
    sections: tuple[Section, ...]
    document: Document


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Places where the sources disagree: the values side by side, none of them settled.

    ``kind``: deadline, referral-list, title, diary-number, proposers or authorities.
    """

    kind: str
    values: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DemandStance:
    """What a response says to one demand: the passage that answers it, if any, and the stance where one is stated."""

    demand: int
    value: Stance
    status: Status = Status.STATED
    quote: str = ""
    place: Place | None = None
    passage: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Motion:
    """A case. ``document`` is None where only the answers tell of the motion."""

    id: str
    title: Fact
    titles: tuple[Fact, ...] = ()
    number: Fact | None = None
    diary_numbers: tuple[Fact, ...] = ()
    filed: Fact | None = None
    proposers: tuple[Proposer, ...] = ()
    demands: tuple[Demand, ...] = ()
    referrals: tuple[Referral, ...] = ()
    referral_lists: tuple[Fact, ...] = ()  # each list as one document gives it
    deadlines: tuple[Fact, ...] = ()
    decisions: tuple[Decision, ...] = ()
    statements: tuple[Statement, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    responses: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    document: Document | None = None
    retold: bool = False
    retold_note: str = ""  # the lines in which the document says that it is a referat


@dataclass(frozen=True, slots=True)
class Response:
    """An answer (or, with role preparation, the statement that sums the answers up)."""

    id: str
    motion: str
    bodies: tuple[str, ...]
    body_facts: tuple[Fact, ...]
    possible_bodies: tuple[str, ...]  # where nobody can tell: the asked bodies it could be
    document_type: DocumentType
    role: Role
    title: Fact | None
    diary_numbers: tuple[Fact, ...]
    cited_numbers: tuple[Fact, ...]
    date: Fact | None
    prepared_by: Fact | None
    proposed_decision: Fact | None
    board_decision: Fact | None
    stance: StanceFact
    demand_stances: tuple[DemandStance, ...]
    signatories: tuple[Signatory, ...]
    attachments: tuple[Fact, ...]
    sections: tuple[Section, ...]
    document: Document
    retold: bool = False
    retold_note: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of the document."""
        return tuple(passage for section in self.sections for passage in section.passages)


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One part of a file that holds many documents: its lines, and its page's id or why it has none.

    ``fate``: page, copy (of the motion, shown once), empty (nothing but its opening), unplaced or held (too little of its
    text is accounted for). ``accounted`` is the share (0..1) that is.
    """

    part: Part
    fate: Literal["page", "copy", "empty", "unplaced", "held"]
    id: str = ""  # of the motion, response, statement or enclosure; of a copy the motion
    accounted: float | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The copy of a source that may be downloaded, or why there is none; ``cleaned``: not the source's own bytes."""

    address: str = ""
    size: int = 0
    cleaned: bool = False
    withheld: str = ""  # a sentence in Swedish without its full stop


@dataclass(frozen=True, slots=True)
class Source:
    """One input file and what became of it."""

    file: str
    sha256: str
    outcome: SourceOutcome
    findings: tuple[str, ...] = ()
    used_as: tuple[str, ...] = ()
    media_type: str = ""
    size: int = 0
    text_quality: float | None = None
    restored_words: int = 0
    words: int = 0
    parts: tuple[SourcePart, ...] = ()
    accounted: float | None = None  # share (0..1) of the text that is accounted for; None where nothing was read
    original: Original | None = None  # None for a source that no page shows


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole archive as a read-only value, sorted; every page, export and index is a function of it."""

    motions: tuple[Motion, ...] = ()
    responses: tuple[Response, ...] = ()
    bodies: tuple[Body, ...] = ()
    sources: tuple[Source, ...] = ()

    def motion(self, motion_id: str) -> Motion:
        """The motion with this id; KeyError if there is none."""
        for motion in self.motions:
            if motion.id == motion_id:
                return motion
        raise KeyError(motion_id)

    def response(self, response_id: str) -> Response:
        """The response with this id; KeyError if there is none."""
        for response in self.responses:
            if response.id == response_id:
                return response
        raise KeyError(response_id)

    def body(self, body_id: str) -> Body:
        """The body with this id; KeyError if there is none."""
        for body in self.bodies:
            if body.id == body_id:
                return body
        raise KeyError(body_id)

    def answers_to(self, motion_id: str) -> tuple[Response, ...]:
        """All responses of one motion, in the archive's order."""
        return tuple(response for response in self.responses if response.motion == motion_id)


# --- what is published, and what is said about it -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page: ``path`` under the pages folder, with forward slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """One published file that is not a page: ``path`` under the site."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Settings:
    """``site_config/`` as values."""

    site_name: str = "Motionsarkivet"
    municipality: str = ""
    address: str = ""  # absolute address of the published site, ending in "/"
    contact: str = ""
    publisher: str = ""
    introduction: str = ""
    examples: tuple[str, ...] = ()  # example searches on the start page
    bodies: tuple[Body, ...] = ()
    terms: tuple[str, ...] = ()
